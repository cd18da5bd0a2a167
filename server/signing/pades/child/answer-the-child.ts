import { SignatureInvalidError } from '../../errors.ts'
import type { Outside } from '../outside.ts'
import type { Question, ToSignChild } from './sign-messages.ts'

/** Answers what the process that works on the file asks. It gets one signature, and remembers why others failed. */
export class Answers {
  readonly #errors = new Map<number, unknown>()
  #isSigned = false

  constructor(private readonly outside: Outside) {}

  /** Why a question got no answer. */
  why(id: number): Error {
    const error = this.#errors.get(id)
    return error instanceof Error ? error : new SignatureInvalidError('a question that was not asked got no answer')
  }

  async to(id: number, question: Question): Promise<ToSignChild> {
    try {
      return { type: 'answer', id, value: await this.#find(question) }
    } catch (error) {
      this.#errors.set(id, error)
      const { name, message } = error instanceof Error ? error : new Error(String(error))
      return { type: 'no-answer', id, error: { name, message } }
    }
  }

  async #find(question: Question): Promise<Uint8Array | null> {
    const { signer, timestamps, revocation } = this.outside
    if (question.name === 'ocsp') return revocation.ocsp(question.certificate, question.issuer)
    if (question.name === 'crl') return revocation.crl(question.certificate)
    if (question.name === 'issuer') return revocation.issuer(question.url)
    if (question.name === 'timestamp') return (await timestamps?.timestamp(question.digest, question.algorithm)) ?? null
    if (this.#isSigned) throw new SignatureInvalidError('the key was asked for a second signature')
    this.#isSigned = true
    return signer.sign(question.data, question.algorithm)
  }
}
