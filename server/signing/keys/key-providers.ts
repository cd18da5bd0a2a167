import type { Env } from '../../env.ts'
import { cscKeys } from './csc/csc-keys.ts'
import type { KeyProvider } from './key-provider.ts'
import { pkcs11Keys } from './pkcs11/pkcs11-keys.ts'
import { pkcs12Keys } from './pkcs12/pkcs12-keys.ts'
import { testKeys } from './test/test-keys.ts'

/** What a provider needs is in the environment; it throws EnvError for what lacks. */
type MakeProvider = (env: Env) => KeyProvider

const PROVIDERS: Record<KeyProvider['name'], MakeProvider> = {
  test: testKeys,
  pkcs12: pkcs12Keys,
  pkcs11: pkcs11Keys,
  csc: cscKeys,
}

/**
 * Who holds the key for signatures: SIGNING_KEY, or a test key beside the demo. Null where nobody does: then nothing can
 * be signed here. It opens and asks nothing yet.
 * @throws EnvError for a setting that the provider needs
 */
export function keyProvider(env: Env): KeyProvider | null {
  const name = env.SIGNING_KEY ?? (env.demo ? 'test' : null)
  if (name === null) return null
  return PROVIDERS[name](env)
}
