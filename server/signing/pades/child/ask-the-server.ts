import { SamskriftError } from '../../../errors.ts'
import type { Outside } from '../outside.ts'
import type { FromSignChild, KeyFacts, Question, ToSignChild } from './sign-messages.ts'

/** The server could not answer a question; it knows why. */
export class NoAnswerError extends SamskriftError {
  readonly code = 'no-answer'
  constructor(
    readonly id: number,
    { name, message }: { name: string; message: string },
  ) {
    super(`${name}: ${message}`)
  }
}

interface Asked {
  resolve: (value: Uint8Array | null) => void
  reject: (error: Error) => void
}

/** The key and the other servers, as the process that works on the file reaches them: by asking the server. */
export class ServerQuestions {
  readonly #asked = new Map<number, Asked>()
  #last = 0

  constructor(private readonly send: (message: FromSignChild) => void) {}

  hear(message: Exclude<ToSignChild, { type: 'start' }>): void {
    const asked = this.#asked.get(message.id)
    this.#asked.delete(message.id)
    if (message.type === 'answer') asked?.resolve(message.value)
    else asked?.reject(new NoAnswerError(message.id, message.error))
  }

  outside(key: KeyFacts, hasTimestamps: boolean): Outside {
    return {
      signer: { ...key, sign: (data, algorithm) => this.#bytes({ name: 'sign', data, algorithm }) },
      timestamps: hasTimestamps
        ? { timestamp: (digest, algorithm) => this.#bytes({ name: 'timestamp', digest, algorithm }) }
        : null,
      revocation: {
        ocsp: (certificate, issuer) => this.#ask({ name: 'ocsp', certificate, issuer }),
        crl: certificate => this.#ask({ name: 'crl', certificate }),
        issuer: url => this.#ask({ name: 'issuer', url }),
      },
    }
  }

  #ask(question: Question): Promise<Uint8Array | null> {
    this.#last += 1
    const id = this.#last
    return new Promise((resolve, reject) => {
      this.#asked.set(id, { resolve, reject })
      this.send({ type: 'question', id, question })
    })
  }

  async #bytes(question: Question): Promise<Uint8Array> {
    const value = await this.#ask(question)
    if (!value) throw new Error(`no answer to ${question.name}`)
    return value
  }
}
