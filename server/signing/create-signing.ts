import type { Env } from '../env.ts'
import { keyProvider } from './keys/key-providers.ts'
import { signPdf } from './pades/sign-pdf.ts'
import type { Signing } from './signing.ts'

/** Signing as the operator has set it up. */
export function createSigning(env: Env): Signing {
  const provider = keyProvider(env)
  return { provider, signPdf, level: env.SIGNING_LEVEL, timestampUrl: env.SIGNING_TSA_URL ?? null }
}
