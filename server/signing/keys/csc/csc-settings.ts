import { type Env, EnvError } from '../../../env.ts'
import { type ProxyFor, proxyFor } from '../../../outbound/proxy-for.ts'

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
  /** How the service is reached; straight, where it is left out. */
  proxyFor?: ProxyFor
}

/** @throws EnvError for the variable that is missing */
export function cscSettings(env: Env): CscSettings {
  const need = (name: 'URL' | 'CLIENT_ID' | 'CLIENT_SECRET'): string => {
    const variable = `SIGNING_CSC_${name}` as const
    const value = env[variable]
    if (!value) throw new EnvError(variable, 'missing')
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
    proxyFor: proxyFor(env),
  }
}
