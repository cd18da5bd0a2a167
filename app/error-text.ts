import { randomUUID } from 'node:crypto'
import { unstable_rethrow } from 'next/navigation'
import { log } from '#server/log.ts'
import { sv } from './sv.ts'

type KnownCode = keyof typeof sv.errors

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

const isKnown = (code: string): code is KnownCode => code in sv.errors

/**
 * What to tell the person who met the error, and what they can do. An error that nobody foresaw is logged under the
 * reference that the text names. Errors by which Next redirects or shows "not found" are thrown on.
 */
export function errorText(error: unknown): string {
  unstable_rethrow(error)
  const code = codeOf(error)
  if (isKnown(code)) return sv.errors[code]
  const reference = randomUUID().slice(0, 8)
  log.error({ err: error, reference }, 'an action failed')
  return sv.unforeseen(reference)
}
