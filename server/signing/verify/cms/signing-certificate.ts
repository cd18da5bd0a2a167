import { createHash } from 'node:crypto'
import type { BaseBlock, ObjectIdentifier } from 'asn1js'
import type { Certificate } from './certificate.ts'
import { octetsOf, partsOf } from './der.ts'
import { type HashName, hashName } from './signature-algorithm.ts'

/** ESS signing-certificate attributes, the second version and the first (RFC 5035, 3 and 4). */
export const SIGNING_CERTIFICATE = ['1.2.840.113549.1.9.16.2.47', '1.2.840.113549.1.9.16.2.12'] as const

const SEQUENCE = 16

/**
 * Whether the attribute names the certificate by its hash, so that no other with the same key can be put in its place.
 * @param value SigningCertificate or SigningCertificateV2
 */
export function namesCertificate(value: BaseBlock | undefined, version: 1 | 2, { der }: Certificate): boolean {
  const [first] = partsOf(partsOf(value)[0])
  const parts = partsOf(first)
  const hasAlgorithm = version === 2 && parts[0]?.idBlock.tagNumber === SEQUENCE && octetsOf(parts[1]) !== null
  const hash: HashName | 'sha1' | null = hasAlgorithm
    ? hashName({
        algorithmId: (partsOf(parts[0])[0] as ObjectIdentifier | undefined)?.valueBlock.toString() ?? '',
      } as never)
    : version === 2
      ? 'sha256'
      : 'sha1'
  const stated = octetsOf(parts[hasAlgorithm ? 1 : 0])
  return hash !== null && stated !== null && createHash(hash).update(der).digest().equals(stated)
}
