import { constants, verify, X509Certificate } from 'node:crypto'
import type { AlgorithmIdentifier } from 'pkijs'

/** Digest of signature algorithms that name one, and of digest algorithms. */
const DIGESTS: Record<string, string> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
}
const RSA_PSS = '1.2.840.113549.1.1.10'

/** Node's name of a digest; null for SHA-1 and others that nothing is to rest on. */
export const digestName = (oid: string): string | null => DIGESTS[oid] ?? null

/**
 * Whether a signature is one of `data` by the certificate's key. Unknown and broken algorithms are none.
 * @param certificate DER
 * @param digest of the signed data, where the signature's algorithm does not name one (RSA of PKCS #1, PSS)
 */
export function verifySignature(
  data: Uint8Array,
  signature: Uint8Array,
  certificate: Uint8Array,
  algorithm: Pick<AlgorithmIdentifier, 'algorithmId'>,
  digest: string | null = null,
): boolean {
  const name = digestName(algorithm.algorithmId) ?? digest
  if (!name) return false
  const key = new X509Certificate(certificate).publicKey
  const padding =
    algorithm.algorithmId === RSA_PSS
      ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO }
      : {}
  return verify(name, data, { key, ...padding }, signature)
}
