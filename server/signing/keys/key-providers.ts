import { type Env, EnvError } from '../../env.ts'
import type { KeyProvider } from './key-provider.ts'
import { pkcs12Keys } from './pkcs12/pkcs12-keys.ts'
import { testKeys } from './test/test-keys.ts'

/** What a provider needs is in the environment; it throws EnvError for what lacks. */
type MakeProvider = (env: Env) => KeyProvider

const PROVIDERS: Partial<Record<KeyProvider['name'], MakeProvider>> = {
  test: testKeys,
  pkcs12: pkcs12Keys,
}

/**
 * Who holds the key for signatures: SIGNING_KEY, or a test key beside the demo. Null where nobody does: then nothing can
 * be signed here. It opens and asks nothing yet.
 * @throws EnvError for a setting that the provider needs
 */
export function keyProvider(env: Env): KeyProvider | null {
  const name = env.SIGNING_KEY ?? (env.demo ? 'test' : null)
  if (name === null) return null
  const make = PROVIDERS[name]
  if (!make) throw new EnvError('SIGNING_KEY')
  return make(env)
}
