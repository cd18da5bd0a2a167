import { Avatar } from '#editor/ui/avatar.tsx'
import { classNames } from '#editor/ui/class-names.ts'
import type { ChangeEntry } from '#server/history/read-changes.ts'
import { changeText } from '../change-text.ts'
import { timeOf } from '../group-by-day.ts'
import type { HistoryPlace } from '../place.ts'
import { sv } from '../sv.ts'
import { CHOICE } from './choice.tsx'

export interface ChangeLineProps {
  place: HistoryPlace
  change: ChangeEntry
  names: Record<string, string>
}

/** What somebody changed besides the text; there is no text to compare, so nothing to choose. */
export function ChangeLine({ place, change, names }: ChangeLineProps) {
  const holder =
    change.holderId === null
      ? { name: sv.change.report, fields: place.structure.report.fields }
      : place.holders.get(change.holderId)
  const who = names[change.userId] ?? sv.someone
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2.5">
      <span aria-hidden className={classNames(CHOICE, 'max-sm:hidden')} />
      <span className="w-28 shrink-0 tabular-nums">{timeOf(change.at)}</span>
      <span className="flex shrink-0 items-center gap-2 font-semibold">
        <Avatar name={who} size="sm" decorative />
        {who}
      </span>
      <p className="min-w-56 grow basis-64">
        {change.holderId === null ? sv.change.report : holder?.name}{' '}
        <span className="text-sm text-muted">{changeText(change, names, holder)}</span>
      </p>
    </div>
  )
}
