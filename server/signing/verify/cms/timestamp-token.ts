import { createHash } from 'node:crypto'
import { fromBER } from 'asn1js'
import { TSTInfo } from 'pkijs'
import type { Certificate } from './certificate.ts'
import { certificatePath, type PathFault } from './certificate-path.ts'
import { hashName } from './signature-algorithm.ts'
import { type CmsFault, checkSignedData } from './signed-data.ts'

const TST_INFO = '1.2.840.113549.1.9.16.1.4'
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8'

export interface TimestampCheck {
  /** Nothing is wrong with it. */
  good: boolean
  integrity: CmsFault[]
  trust: PathFault[]
  /** When the service saw it; null where the token cannot be read. */
  at: Date | null
  service: Certificate | null
  /** From the service to the root; what revocation data must be there for. */
  path: Certificate[]
  certificates: Certificate[]
}

/** RFC 3161, 2.3: for time stamps alone, and critical. */
function mayStampTime(certificate: Certificate): boolean {
  const purposes = certificate.purposes()
  return (
    purposes?.critical === true &&
    purposes.oids.length === 1 &&
    purposes.oids[0] === TIME_STAMPING &&
    certificate.mayBeUsedFor('digitalSignature', 'nonRepudiation')
  )
}

/**
 * Whether a time stamp service that is trusted saw those bytes, and when.
 * @param token DER of the ContentInfo
 * @param stamped pieces that together are what was stamped
 */
export function checkTimestamp(
  token: Uint8Array,
  stamped: Uint8Array[],
  roots: Certificate[],
  known: Certificate[],
): TimestampCheck {
  const cms = checkSignedData(token, { contentType: TST_INFO, detached: null, roots: [...roots, ...known] })
  const base = { at: null, service: cms.signer, path: [], certificates: cms.certificates, trust: [] }
  const failed = (...more: CmsFault[]): TimestampCheck => ({
    ...base,
    good: false,
    integrity: [...new Set([...cms.faults, ...more])],
  })
  if (!cms.content || !cms.signer || cms.faults.length > 0) return failed('cms-damaged')
  let info: TSTInfo
  try {
    info = new TSTInfo({ schema: fromBER(Uint8Array.from(cms.content).buffer).result })
  } catch {
    return failed('cms-damaged')
  }
  const hash = hashName(info.messageImprint.hashAlgorithm)
  if (!hash) return failed('unsupported-algorithm')
  const digest = createHash(hash)
  for (const piece of stamped) digest.update(piece)
  if (!digest.digest().equals(info.messageImprint.hashedMessage.valueBlock.valueHexView))
    return failed('digest-mismatch')
  const at = info.genTime
  const { path, faults } = certificatePath(cms.signer, [...cms.certificates, ...known], roots, at)
  const trust = mayStampTime(cms.signer) ? faults : [...faults, 'key-usage' as const]
  return { ...base, at, path, trust, integrity: [], good: trust.length === 0 }
}
