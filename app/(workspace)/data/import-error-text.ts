import { importErrorText as ownText } from '#server/indicators/problem-text.ts'
import { errorText } from '../../error-text.ts'

/** Swedish for what previews and imports throw; other errors as everywhere. */
export function importErrorText(error: unknown): { code: string; message: string } {
  const message = ownText(error)
  return message === null ? errorText(error) : { code: (error as { code: string }).code, message }
}
