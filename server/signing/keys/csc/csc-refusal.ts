import type { Answer } from '../../../outbound/ask.ts'
import { KeyUnavailableError } from '../../errors.ts'
import { errorAnswer } from './csc-answers.ts'

const CODE = /^[a-z_]{1,40}$/

/** The service said no. What it says in words of its own is kept out of the log: it may quote what it was sent. */
export class CscRefusal extends KeyUnavailableError {
  readonly #description: string

  constructor(
    method: string,
    readonly status: number,
    readonly error: string | null,
    description: string,
  ) {
    super(`the signing service answered ${method} with ${[status, error].filter(Boolean).join(' ')}`)
    this.#description = description
  }

  /** Some cases have no code of their own in the standard, only words. */
  says(words: RegExp): boolean {
    return words.test(this.#description)
  }
}

export function refusalOf(method: string, { status, text }: Answer): CscRefusal {
  let given: unknown = null
  try {
    given = JSON.parse(text)
  } catch {
    // A proxy in between answers in a language of its own; the status says enough.
  }
  const { data } = errorAnswer.safeParse(given)
  return new CscRefusal(
    method,
    status,
    data && CODE.test(data.error) ? data.error : null,
    data?.error_description ?? '',
  )
}
