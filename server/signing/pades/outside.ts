import type { Signer, TimestampAuthority } from '@libpdf/core'
import { askForBytes, DEFAULT_PATIENCE } from './ask-for-bytes.ts'
import { guardKey } from './guard-key.ts'
import { forgiving, type RevocationSource, revocationOverHttp } from './revocation-source.ts'
import type { SigningWish } from './signing-wish.ts'
import { timeStamps } from './time-stamps.ts'

/** What a signature needs that is not in the file: the key, and what other servers say. */
export interface Outside {
  signer: Signer
  /** Null where no service is set up, or none is asked at this level. */
  timestamps: TimestampAuthority | null
  revocation: RevocationSource
}

export function outsideOf({ key, level, timestamps, patience, proxyFor, ...wish }: SigningWish): Outside {
  const asking = { timeoutMs: patience ?? DEFAULT_PATIENCE, ...(proxyFor && { proxyFor }) }
  const ask: typeof askForBytes = (url, more) => askForBytes(url, { ...asking, ...more })
  const revocation = forgiving(wish.revocation ?? revocationOverHttp(ask))
  return {
    signer: guardKey(key.signer),
    timestamps: timestamps && level !== 'B-B' ? timeStamps(timestamps, ask, revocation.issuer) : null,
    revocation,
  }
}
