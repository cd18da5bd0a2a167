import { errorText } from '#app/error-text.ts'
import { Notice } from '#editor/ui/notice.tsx'
import { HistoryGoneError } from '#server/errors.ts'
import { sv } from '../sv.ts'

/** What it resolves to, or a notice where the moment cannot be shown any more. */
export async function orGone<T>(asked: Promise<T>): Promise<T | { gone: string }> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof HistoryGoneError) return { gone: errorText(error).message }
    throw error
  }
}

export function Gone({ message, path }: { message: string; path: string }) {
  return (
    <Notice tone="warn" title={sv.gone}>
      {message} <a href={path}>{sv.toTimeline}</a>
    </Notice>
  )
}
