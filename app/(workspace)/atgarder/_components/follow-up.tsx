import { CircleHelp } from 'lucide-react'
import { formatDate } from '#editor/core/format-date.ts'
import type { Measure } from '#server/measures/list-measures.ts'
import { sv } from '../sv.ts'

/** What came of the åtgärd, or that nobody has said it of one that is done; it is written in the report. */
export function FollowUp({ measure: { followUp, status } }: { measure: Measure }) {
  const { result, date, text } = followUp
  if (!result && !date && !text)
    return status === 'klar' ? (
      <span className="mt-1 flex items-center gap-1.5 text-sm text-muted">
        <CircleHelp aria-hidden className="size-4" />
        {sv.notFollowedUp}
      </span>
    ) : null
  const facts = [result && (sv.results[result] ?? result), date && formatDate(date)].filter(Boolean).join(', ')
  const summary = facts ? `${sv.followUp}: ${facts}` : sv.followUp
  return text ? (
    <details className="mt-1 text-sm">
      <summary className="cursor-pointer py-1">{summary}</summary>
      <p className="whitespace-pre-line text-muted">{text}</p>
    </details>
  ) : (
    <span className="mt-1 block text-sm">{summary}</span>
  )
}
