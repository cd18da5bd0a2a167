import type { Env } from '../../../env.ts'
import { SigningNotSetUpError } from '../../errors.ts'

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

/** @throws SigningNotSetUpError naming the variable that is missing */
export function pkcs11Settings(env: Env): Pkcs11Settings {
  const need = (name: 'MODULE' | 'TOKEN' | 'KEY' | 'PIN'): string => {
    const value = env[`SIGNING_PKCS11_${name}`]
    if (!value) throw new SigningNotSetUpError(`SIGNING_PKCS11_${name} is not set`)
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
