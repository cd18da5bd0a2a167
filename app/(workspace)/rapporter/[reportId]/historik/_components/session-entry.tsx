import { swedishDay } from '#editor/core/format-date.ts'
import { Avatar } from '#editor/ui/avatar.tsx'
import type { Session } from '#server/history/session.ts'
import { timeOf } from '../group-by-day.ts'
import { type HistoryPlace, sectionName } from '../place.ts'
import { sv } from '../sv.ts'
import { Choice } from './choice.tsx'

export interface SessionEntryProps {
  place: HistoryPlace
  session: Session
  names: Record<string, string>
  /** Its end is offered as the beginning of a comparison with now. */
  isChosen: boolean
}

const LINK = 'text-accent underline underline-offset-2 hover:text-accent-strong'

export function SessionEntry({ place, session, names, isChosen }: SessionEntryProps) {
  const { path } = place
  const who = (session.userId && names[session.userId]) || sv.someone
  const when = sv.wrote(timeOf(session.from), timeOf(session.to))
  const what = `${who}, ${swedishDay(session.to)} ${when}`
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2.5">
      <Choice moment={session.toSeq} what={what} checked={isChosen ? 'from' : null} />
      <span className="w-28 shrink-0 tabular-nums">{when}</span>
      <span className="flex shrink-0 items-center gap-2 font-semibold">
        <Avatar name={who} size="sm" decorative />
        {who}
      </span>
      <ul className="min-w-56 grow basis-64">
        {session.sections.map(({ id, added, removed }) => (
          <li key={id}>
            {sectionName(place, id)} <span className="text-sm text-muted">{sv.amount(added, removed)}</span>
          </li>
        ))}
      </ul>
      <span className="flex gap-4">
        <a
          href={`${path}?fran=${session.beforeSeq}&till=${session.toSeq}`}
          className={LINK}
          aria-label={sv.showChangeOf(who, what)}
        >
          {sv.showChange}
        </a>
        <a href={`${path}?till=${session.toSeq}`} className={LINK} aria-label={sv.showTextOf(what)}>
          {sv.showText}
        </a>
      </span>
    </div>
  )
}
