import { createHash } from 'node:crypto'
import type { DigestAlgorithm } from '@libpdf/core'
import { KeyAnswersRefusedError, KeyLockedError, KeyUnavailableError } from '../../errors.ts'
import { isSignedBy, type SigningCertificate } from '../signing-certificate.ts'
import type { AuthData } from './authorisation.ts'
import { Budget } from './budget.ts'
import { HASH_OID, signAlgorithm } from './csc-algorithms.ts'
import { authorizeAnswer, signAnswer } from './csc-answers.ts'
import type { CscClient } from './csc-client.ts'
import { CscRefusal } from './csc-refusal.ts'
import type { CscSettings } from './csc-settings.ts'
import { ecdsaDer } from './ecdsa-der.ts'

export interface RemoteKey {
  credentialID: string
  certificate: SigningCertificate
  /** OIDs that the credential signs by. */
  algorithms: readonly string[]
}

interface Hashed {
  hashes: [string]
  hashAlgorithmOID: string
}

const isExpiredSad = (error: unknown): boolean =>
  error instanceof CscRefusal && error.says(/\bSAD\b.*\bexpired|\bexpired\b.*\bSAD\b/i)

/** What the person entered was not accepted, or was not in time. The standard has a code for it; older ones had two. */
const isWrongAnswer = (error: unknown): boolean =>
  error instanceof CscRefusal && /^invalid_(authentication_data|otp|pin)$/.test(error.error ?? '')

const isLocked = (error: unknown): boolean =>
  error instanceof CscRefusal && error.status === 400 && error.says(/\blocked\b/i)

/** A service that works asynchronously may say by an error that it is not done yet. */
const isUnderway = (error: unknown): boolean =>
  error instanceof CscRefusal && error.status === 400 && error.says(/not yet been completed/i)

/** One signature by a key that a service holds. */
export class RemoteSignature {
  private readonly budget: Budget

  constructor(
    private readonly client: CscClient,
    private readonly settings: CscSettings,
    private readonly key: RemoteKey,
    /** What the person who signs entered, and what the service asks them for elsewhere. */
    private readonly authData: readonly AuthData[] = [],
  ) {
    this.budget = new Budget(settings.totalMs)
  }

  /**
   * @throws KeyAnswersRefusedError, KeyLockedError, KeyUnavailableError, the last also where what came back is no
   *   signature by the key of the certificate
   */
  async of(data: Uint8Array, algorithm: DigestAlgorithm): Promise<Uint8Array> {
    const { certificate, algorithms } = this.key
    const signAlgo = signAlgorithm(certificate.keyType, algorithm, algorithms)
    const hash = createHash(algorithm.replace('-', '')).update(data).digest('base64')
    const hashed: Hashed = { hashes: [hash], hashAlgorithmOID: HASH_OID[algorithm] }
    const given = await this.sign(hashed, signAlgo).catch(error => {
      if (isWrongAnswer(error)) throw new KeyAnswersRefusedError('the signing service refused what was entered')
      if (isLocked(error)) throw new KeyLockedError('the credential is locked at the signing service')
      // A code that was used is not used again, and a person not asked again unawares.
      if (isExpiredSad(error) && this.authData.length === 0) return this.sign(hashed, signAlgo)
      throw error
    })
    // Services answer for EC keys in either of two forms; only one of them can hold.
    const forms = certificate.keyType === 'EC' ? [given, ecdsaDer(given)] : [given]
    const signature = forms.find(form => isSignedBy(certificate, algorithm, data, form))
    if (signature) return signature
    throw new KeyUnavailableError('what the signing service answered is no signature by the key of the certificate')
  }

  private async sign(hashed: Hashed, signAlgo: string): Promise<Uint8Array> {
    const SAD = await this.authorize(hashed)
    const body = { credentialID: this.key.credentialID, SAD, signAlgo, ...hashed }
    const answer = await this.client.post('signatures/signHash', body, signAnswer, this.budget)
    const [signature = ''] = 'signatures' in answer ? answer.signatures : await this.collect(answer.responseID)
    return new Uint8Array(Buffer.from(signature, 'base64'))
  }

  /** The signature activation data, bound to what is to be signed. */
  private async authorize(hashed: Hashed): Promise<string> {
    const authData = this.authData.length ? { authData: this.authData } : {}
    const body = { credentialID: this.key.credentialID, numSignatures: 1, ...hashed, ...authData }
    let answer = await this.client.post('credentials/authorize', body, authorizeAnswer, this.budget)
    while (!('SAD' in answer)) {
      await this.budget.wait(this.settings.pollMs)
      const { handle } = answer
      answer = await this.client.post('credentials/authorizeCheck', { handle }, authorizeAnswer, this.budget)
    }
    return answer.SAD
  }

  private async collect(requestID: string): Promise<string[]> {
    for (;;) {
      await this.budget.wait(this.settings.pollMs)
      try {
        const answer = await this.client.post('signatures/signPolling', { requestID }, signAnswer, this.budget)
        if ('signatures' in answer) return answer.signatures
      } catch (error) {
        if (!isUnderway(error)) throw error
      }
    }
  }
}
