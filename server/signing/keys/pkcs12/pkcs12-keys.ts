import { readFile } from 'node:fs/promises'
import type { Signer } from '@libpdf/core'
import { type Env, EnvError } from '../../../env.ts'
import { KeyUnavailableError } from '../../errors.ts'
import type { KeyProvider } from '../key-provider.ts'
import { requireValidity } from '../require-validity.ts'
import { openPkcs12 } from './open-pkcs12.ts'

async function fileOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch (error) {
    throw new KeyUnavailableError('the PKCS #12 file cannot be read', { cause: error })
  }
}

/**
 * The organisation's seal, from a PKCS #12 file. It is read anew for each signature, so a renewed file is used at once.
 * @throws EnvError without SIGNING_PKCS12_FILE
 */
export function pkcs12Keys(env: Pick<Env, 'SIGNING_PKCS12_FILE' | 'SIGNING_PKCS12_PASSWORD'>): KeyProvider {
  const { SIGNING_PKCS12_FILE: path, SIGNING_PKCS12_PASSWORD: password = '' } = env
  if (!path) throw new EnvError('SIGNING_PKCS12_FILE', 'missing')
  const open = async (): Promise<Signer> => openPkcs12(await fileOf(path), password)
  return {
    name: 'pkcs12',
    test: false,
    async roots() {
      const { certificate, certificateChain = [] } = await open()
      return [certificateChain.at(-1) ?? certificate]
    },
    async check() {
      const file = await fileOf(path).catch(cause => {
        throw new EnvError('SIGNING_PKCS12_FILE', 'unreadable', { cause })
      })
      const { certificate } = await openPkcs12(file, password).catch(cause => {
        throw new EnvError('SIGNING_PKCS12_FILE', 'no-key', { cause })
      })
      requireValidity(certificate)
    },
    async open() {
      const signer = await open()
      requireValidity(signer.certificate)
      return { signer, close: async () => {} }
    },
  }
}
