import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import type { DigestAlgorithm, Signer } from '@libpdf/core'
import { type Env, EnvError } from '../../../env.ts'
import { log } from '../../../log.ts'
import { KeyRefusedError, KeyUnavailableError } from '../../errors.ts'
import type { KeyProvider } from '../key-provider.ts'
import { isSignedBy, requireValid, rootOf, type SigningCertificate, signerFacts } from '../signing-certificate.ts'
import { type Pkcs11Settings, pkcs11Settings } from './pkcs11-settings.ts'
import { readKey, type TokenKey } from './read-key.ts'
import { runTool } from './run-tool.ts'

const nodeName = (algorithm: DigestAlgorithm): string => algorithm.replace('-', '')

/** How the token is asked: RSA tokens hash for themselves, EC tokens sign what is hashed already (CKM_ECDSA). */
const question = ({ id, certificate }: TokenKey, algorithm: DigestAlgorithm, data: Uint8Array) =>
  certificate.keyType === 'RSA'
    ? { options: ['--sign', `--mechanism=${nodeName(algorithm)}-RSA-PKCS`, `--id=${id}`], input: data }
    : {
        options: ['--sign', '--mechanism=ECDSA', '--signature-format=sequence', `--id=${id}`],
        input: createHash(nodeName(algorithm)).update(data).digest(),
      }

async function sign(settings: Pkcs11Settings, key: TokenKey, data: Uint8Array, algorithm: DigestAlgorithm) {
  const signature = await runTool(settings, { ...question(key, algorithm, data), login: true })
  if (!isSignedBy(key.certificate, algorithm, data, signature))
    throw new KeyUnavailableError('what the device answered is no signature by the key of the certificate')
  return new Uint8Array(signature)
}

/** Without a folder it is looked for where the system has its libraries. @throws EnvError */
async function requireModule({ module }: Pkcs11Settings): Promise<void> {
  if (!module.includes('/')) return
  await access(module, constants.R_OK).catch(cause => {
    throw new EnvError('SIGNING_PKCS11_MODULE', 'unreadable', { cause })
  })
}

/**
 * The organisation's seal in an HSM or on a card, by OpenSC's pkcs11-tool. One call at a time; and once the device has
 * refused the PIN it is not asked again until the server starts anew, or it would lock itself.
 */
export function pkcs11Provider(settings: Pkcs11Settings, today: () => Date = () => new Date()): KeyProvider {
  let last: Promise<unknown> = Promise.resolve()
  let pinRefused = false
  let known: SigningCertificate | null = null

  const requirePin = (): void => {
    if (pinRefused) throw new KeyRefusedError('the device refused the PIN before; it is not tried again')
  }

  const inTurn = <T>(call: () => Promise<T>): Promise<T> => {
    const run = async (): Promise<T> => {
      requirePin()
      try {
        return await call()
      } catch (error) {
        if (error instanceof KeyRefusedError) pinRefused = true
        throw error
      }
    }
    const turn = last.then(run, run)
    last = turn.catch(() => {})
    return turn
  }

  const read = async (): Promise<TokenKey> => {
    const key = await inTurn(() => readKey(settings))
    known = key.certificate
    return key
  }

  return {
    name: 'pkcs11',
    test: false,
    async roots() {
      try {
        return [rootOf(known ?? (await read()).certificate)]
      } catch (error) {
        log.warn({ err: error }, 'the certificate of the signing key could not be read')
        return []
      }
    },
    async check() {
      await requireModule(settings)
      requirePin()
      if (known) requireValid(known, today())
    },
    async open() {
      const key = await read()
      requireValid(key.certificate, today())
      let closed = false
      const signer: Signer = {
        ...signerFacts(key.certificate),
        sign(data, algorithm) {
          if (closed) return Promise.reject(new KeyUnavailableError('the key was closed'))
          return inTurn(() => sign(settings, key, data, algorithm))
        },
      }
      return {
        signer,
        async close() {
          closed = true
        },
      }
    },
  }
}

/** @throws EnvError for a setting that lacks */
export const pkcs11Keys = (env: Env): KeyProvider => pkcs11Provider(pkcs11Settings(env))
