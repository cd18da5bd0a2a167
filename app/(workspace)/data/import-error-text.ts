import { NotCsvError } from '#server/indicators/errors.ts'
import { errorText } from '../../error-text.ts'
import { sv } from './sv.ts'

/** Swedish for what previews and imports throw; other errors as everywhere. */
export function importErrorText(error: unknown): { code: string; message: string } {
  if (error instanceof NotCsvError) return { code: error.code, message: sv.notCsv[error.reason] }
  const { code } = (error ?? {}) as { code?: unknown }
  const message = typeof code === 'string' ? sv.errors[code] : undefined
  return message ? { code: String(code), message } : errorText(error)
}
