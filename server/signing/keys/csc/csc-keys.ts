import type { Signer } from '@libpdf/core'
import type { Env } from '../../../env.ts'
import { log } from '../../../log.ts'
import { KeyUnavailableError } from '../../errors.ts'
import type { KeyProvider } from '../key-provider.ts'
import type { KeyAnswers } from '../key-question.ts'
import { requireValid, rootOf, signerFacts } from '../signing-certificate.ts'
import { type AuthData, authDataOf, questionsOf, requireKnownAuthorisation } from './authorisation.ts'
import { Budget } from './budget.ts'
import { challengeAnswer } from './csc-answers.ts'
import { CscClient } from './csc-client.ts'
import { type CscSettings, cscSettings } from './csc-settings.ts'
import { type FoundCredential, findCredential, requireUsable } from './find-credential.ts'
import { RemoteSignature } from './sign-remotely.ts'

/**
 * The organisation's seal at a remote signing service, by the API of the Cloud Signature Consortium, version 2. Only
 * hashes leave the server, never the report. A credential that wants a PIN or a code of the person who signs gets what
 * they enter for that one signature.
 */
export function cscProvider(settings: CscSettings, today: () => Date = () => new Date()): KeyProvider {
  const client = new CscClient(settings)
  let root: Uint8Array | null = null

  const find = async (): Promise<FoundCredential> => {
    const found = await findCredential(client, settings)
    root = rootOf(found.key.certificate)
    return found
  }

  return {
    name: 'csc',
    test: false,
    async roots() {
      try {
        return [root ?? rootOf((await find()).key.certificate)]
      } catch (error) {
        log.warn({ err: error }, 'the certificate of the signing service could not be read')
        return []
      }
    },
    async questions() {
      const { described } = await find()
      requireKnownAuthorisation(described)
      return questionsOf(described)
    },
    async challenge(authObjectID) {
      const { key } = await find()
      const wish = { credentialID: key.credentialID, authObjectID }
      const budget = new Budget(settings.totalMs)
      return (await client.post('credentials/getChallenge', wish, challengeAnswer, budget))?.challenge ?? null
    },
    async open(_identity, answers: KeyAnswers = new Map()) {
      const { key, described } = await find()
      requireValid(key.certificate, today())
      requireUsable(described)
      let authData: AuthData[] = authDataOf(described, answers)
      let closed = false
      const signer: Signer = {
        ...signerFacts(key.certificate),
        async sign(data, algorithm) {
          if (closed) throw new KeyUnavailableError('the key was closed')
          return new RemoteSignature(client, settings, key, authData).of(data, algorithm)
        },
      }
      return {
        signer,
        async close() {
          closed = true
          authData = []
        },
      }
    },
  }
}

/** @throws EnvError for a setting that lacks */
export const cscKeys = (env: Env): KeyProvider => cscProvider(cscSettings(env))
