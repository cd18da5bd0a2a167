import type { Signer } from '@libpdf/core'
import type { Authentication } from '#db/schema/signing.ts'
import type { KeyAnswers, KeyQuestion } from './key-question.ts'

/** Who signs, as the signature records it. */
export interface SigningIdentity {
  userId: string
  name: string
  title: string
  /** As what: "Föredragande". */
  capacity: string
  organisation: string
  authentication: Authentication
}

/** A key that is ready for one signature. */
export interface OpenKey {
  signer: Signer
  /** Lets go of the device or the session. Safe to call twice. */
  close(): Promise<void>
}

/** Who holds the key: one folder each, and a line in `key-providers.ts`. */
export interface KeyProvider {
  readonly name: 'test' | 'pkcs12' | 'pkcs11' | 'csc'
  /** Signatures by it count for nothing, and say so. */
  readonly test: boolean
  /** DER certificates that its signatures lead back to, as far as it knows them: the verify page trusts them. */
  roots(): Promise<Uint8Array[]>
  /**
   * @throws KeyUnavailableError when the key cannot be reached now: nothing was signed, and it can be tried again
   * @throws KeyRefusedError when the device does not take the server's PIN
   * @throws CertificateExpiredError when its certificate is not valid today
   * @throws KeyAnswersMissingError when a question has no answer
   */
  open(identity: SigningIdentity, answers?: KeyAnswers): Promise<OpenKey>
  /**
   * Whether the key could sign, as far as that can be told without asking a device or a service; left out where that is
   * nothing.
   * @throws EnvError where a setting leads nowhere; KeyUnavailableError, KeyRefusedError, CertificateExpiredError
   */
  check?(): Promise<void>
  /** What the person must enter for a signature; left out where that is never anything. */
  questions?(): Promise<KeyQuestion[]>
  /** Has the person get what a question is answered from. @returns what they are asked; null where it was sent to them */
  challenge?(questionId: string): Promise<string | null>
}
