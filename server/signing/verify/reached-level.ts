import type { CheckedSignature } from './check-signature.ts'
import { pathStatus, type RevocationStatus } from './cms/revocation.ts'
import type { Evidence } from './evidence.ts'
import type { PadesLevel } from './pdf-verdict.ts'

export interface LaterSignature extends CheckedSignature {
  /** What the file held when it was made. */
  evidence: Evidence
}

export interface Reached {
  level: PadesLevel | null
  at: Date | null
  atIsProven: boolean
  timestampBy: CheckedSignature['certificate']
  isRevoked: boolean
}

const isGood = ({ integrity, trust }: CheckedSignature): boolean => integrity.length + trust.length === 0

/** The time by which the signature existed: its own time stamp, else the first document time stamp over it. */
function provenBy(checked: CheckedSignature, later: LaterSignature[]): CheckedSignature['timestamp'] {
  if (checked.timestamp?.good) return checked.timestamp
  return later.find(one => one.kind === 'timestamp' && isGood(one))?.timestamp ?? null
}

function statusIn(checked: CheckedSignature, evidence: Evidence, at: Date): RevocationStatus {
  const own = pathStatus(checked.path, evidence, at)
  if (own.status !== 'good') return own
  // The service that proves the time must be vouched for as well.
  return checked.timestamp && checked.kind === 'signature' ? pathStatus(checked.timestamp.path, evidence, at) : own
}

/**
 * How far a signature is proven, by what the file itself holds (ETSI EN 319 142-1, 6).
 * @param later the signatures and document time stamps that cover this one, in order
 * @param evidence what the whole file brings along
 */
export function reachedLevel(checked: CheckedSignature, later: LaterSignature[], evidence: Evidence): Reached {
  const proof = provenBy(checked, later)
  const at = proof?.at ?? checked.claimedAt
  const moment = at ?? new Date()
  const status = statusIn(checked, evidence, moment)
  // Without a proven time nobody knows whether it was signed before the certificate was revoked.
  const isRevoked = status.status === 'revoked' && !(proof && status.at && status.at > moment)
  const reached: Reached = {
    level: null,
    at,
    atIsProven: proof !== null,
    timestampBy: proof?.service ?? null,
    isRevoked,
  }
  if (!isGood(checked) || isRevoked || !checked.isPades) return reached
  const sealed = later.some(
    one => one.kind === 'timestamp' && isGood(one) && statusIn(checked, one.evidence, moment).status === 'good',
  )
  if (!proof) return { ...reached, level: 'B-B' }
  if (sealed) return { ...reached, level: 'B-LTA' }
  return { ...reached, level: status.status === 'good' ? 'B-LT' : 'B-T' }
}
