import type { Env } from '../env.ts'
import { log } from '../log.ts'
import { createSigning } from './create-signing.ts'
import { type KeyFault, requireKnownKey } from './keys/key-fault.ts'
import { type NamedTrust, readNamedTrust } from './named-trust.ts'
import type { Signing } from './signing.ts'

export interface OpenedSigning {
  signing: Signing
  trust: NamedTrust
  /** Why nobody can sign for now; null where nothing is known to stop it. */
  fault: KeyFault | null
}

/**
 * Signing at the start of the server. A setting that leads nowhere stops it; a certificate that has expired does not: it
 * may do that on any night, and all else goes on.
 * @throws EnvError
 */
export async function openSigning(env: Env): Promise<OpenedSigning> {
  const trust = await readNamedTrust(env)
  const signing = createSigning(env, trust)
  const fault = await requireKnownKey(signing.provider)
  if (fault) log.error({ code: fault }, 'nobody can sign')
  return { signing, trust, fault }
}
