import { randomUUID } from 'node:crypto'
import { unstable_rethrow } from 'next/navigation'
import { log } from '#server/log.ts'
import { sv } from './sv.ts'

export interface ErrorText {
  /** Code of the error; 'unforeseen' where it has none that we know. */
  code: string
  /** Swedish: what happened and what to do. */
  message: string
  /** Of an InvalidInputError: a code by field. */
  fields?: Record<string, string>
}

type KnownCode = keyof typeof sv.errors

const isKnown = (code: unknown): code is KnownCode => typeof code === 'string' && code in sv.errors

/**
 * What to tell the person who met an error. One that nobody foresaw is logged once, under the reference that the
 * message names. Errors by which Next redirects or shows "not found" are thrown on.
 */
export function errorText(error: unknown): ErrorText {
  unstable_rethrow(error)
  const { code, fields } = (error ?? {}) as { code?: unknown; fields?: Record<string, string> }
  if (isKnown(code)) return { code, message: sv.errors[code], ...(code === 'invalid-input' && { fields }) }
  const reference = randomUUID().slice(0, 8)
  log.error({ err: error, reference }, 'an action failed')
  return { code: 'unforeseen', message: sv.unforeseen(reference) }
}
