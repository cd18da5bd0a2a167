import { formatInstant } from '#editor/core/format-date.ts'
import type { MomentInfo } from '#server/history/describe-moment.ts'
import type { Moment } from '#server/history/moment.ts'
import { sv } from './sv.ts'

/** "nu" and log positions, as they stand in the page's address. Null for anything else. */
export function readMoment(text: string | undefined): Moment | null {
  if (text === 'nu') return 'now'
  return text && /^\d{1,15}$/.test(text) ? Number(text) : null
}

export const momentParam = (moment: Moment): string => (moment === 'now' ? 'nu' : String(moment))

/** "”Till nämnden” (2024-01-24 09:15)", "2024-01-24 09:15", "nu" */
export function momentText({ moment, at, name, kind }: MomentInfo): string {
  if (moment === 'now' || at === null) return sv.now.toLowerCase()
  if (name) return `”${name}” (${formatInstant(at)})`
  return kind === 'checkpoint' && moment === 0 ? sv.version.checkpoint.toLowerCase() : formatInstant(at)
}
