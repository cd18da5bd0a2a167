import { type Env, EnvError } from '../../../env.ts'

export interface Pkcs11Settings {
  /** Shared library of the device, "/usr/lib/softhsm/libsofthsm2.so". */
  module: string
  /** Labels of the token and of the private key on it. */
  token: string
  key: string
  pin: string
  /** OpenSC's pkcs11-tool, and what to start it with. */
  command: readonly [string, ...string[]]
  /** Each call of it may take so long, ms. */
  timeoutMs: number
}

/** @throws EnvError for the variable that is missing */
export function pkcs11Settings(env: Env): Pkcs11Settings {
  const need = (name: 'MODULE' | 'TOKEN' | 'KEY' | 'PIN'): string => {
    const variable = `SIGNING_PKCS11_${name}` as const
    const value = env[variable]
    if (!value) throw new EnvError(variable, 'missing')
    return value
  }
  return {
    module: need('MODULE'),
    token: need('TOKEN'),
    key: need('KEY'),
    pin: need('PIN'),
    command: ['pkcs11-tool'],
    timeoutMs: 15_000,
  }
}
