import type { Env } from '../../../env.ts'
import { SigningNotSetUpError } from '../../errors.ts'

export interface CscSettings {
  /** Base address of the service, "https://host/csc/v2". */
  url: string
  clientId: string
  clientSecret: string
  /** Which credential signs; null for the first that can. */
  credential: string | null
  /** A request may take so long, and all that one signature needs together, ms. */
  requestMs: number
  totalMs: number
  /** Between questions whether something that takes time is done, ms. */
  pollMs: number
}

/** @throws SigningNotSetUpError naming the variable that is missing */
export function cscSettings(env: Env): CscSettings {
  const need = (name: 'URL' | 'CLIENT_ID' | 'CLIENT_SECRET'): string => {
    const value = env[`SIGNING_CSC_${name}`]
    if (!value) throw new SigningNotSetUpError(`SIGNING_CSC_${name} is not set`)
    return value
  }
  return {
    url: need('URL').replace(/\/+$/, ''),
    clientId: need('CLIENT_ID'),
    clientSecret: need('CLIENT_SECRET'),
    credential: env.SIGNING_CSC_CREDENTIAL ?? null,
    requestMs: 10_000,
    totalMs: 45_000,
    pollMs: 1000,
  }
}
