import { EnvError } from '../../env.ts'
import { CertificateExpiredError, KeyRefusedError, KeyUnavailableError } from '../errors.ts'
import type { KeyProvider } from './key-provider.ts'

/** Why nobody can sign for now. */
export type KeyFault = (CertificateExpiredError | KeyRefusedError | KeyUnavailableError)['code']

const FAULTS = [CertificateExpiredError, KeyRefusedError, KeyUnavailableError]

/**
 * What would stop a signature now, as far as that can be told without one.
 * @throws EnvError where a setting leads nowhere
 */
export async function requireKnownKey(provider: KeyProvider | null): Promise<KeyFault | null> {
  try {
    await provider?.check?.()
    return null
  } catch (error) {
    if (FAULTS.some(fault => error instanceof fault)) return (error as InstanceType<(typeof FAULTS)[number]>).code
    throw error
  }
}

/** The same for who meets it on a page, where a file that went away since the start is a key that cannot be reached. */
export async function keyFault(provider: KeyProvider | null): Promise<KeyFault | null> {
  try {
    return await requireKnownKey(provider)
  } catch (error) {
    if (error instanceof EnvError) return 'key-unavailable'
    throw error
  }
}
