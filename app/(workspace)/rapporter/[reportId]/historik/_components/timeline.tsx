import { History } from 'lucide-react'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { formatDate } from '#editor/core/format-date.ts'
import { Button } from '#editor/ui/button.tsx'
import { buttonStyle } from '#editor/ui/button-style.ts'
import { readTimeline } from '#server/history/read-timeline.ts'
import { services } from '#server/services.ts'
import { groupByDay, type TimelineItem, worthShowing } from '../group-by-day.ts'
import type { HistoryPlace } from '../place.ts'
import { sv } from '../sv.ts'
import { ChangeLine } from './change-line.tsx'
import { Choice } from './choice.tsx'
import { Filters } from './filters.tsx'
import { SessionEntry } from './session-entry.tsx'
import { VersionMark } from './version-mark.tsx'

export interface TimelineProps {
  place: HistoryPlace
  sectionId: string | undefined
  userId: string | undefined
  before: number | undefined
}

function keyOf(item: TimelineItem): string {
  if (item.kind === 'version') return `version${item.version.id}`
  return item.kind === 'change' ? `change${item.change.seq}` : `session${item.seq}`
}

/** Who wrote what, when: newest first, by day, with two moments to choose. */
export async function Timeline({ place, sectionId, userId, before }: TimelineProps) {
  const { actor, path, structure } = place
  const query = { sectionId, userId, before }
  const page = await readTimeline(services(), actor, structure.report.id, query)
  const isFiltered = sectionId !== undefined || userId !== undefined
  const versions = worthShowing(page.versions, page.next === null)
  const days = groupByDay(page.sessions, versions, page.changes)
  if (days.length === 0 && !isFiltered && before === undefined && page.next === null)
    return (
      <EmptyState icon={<History />} title={sv.emptyTitle}>
        {sv.emptyText}
      </EmptyState>
    )
  // What stood before it is compared with what stands now.
  const newest = days.flatMap(({ items }) => items).find(({ kind }) => kind !== 'change')
  const kept = { ...(sectionId && { avsnitt: sectionId }), ...(userId && { person: userId }) }
  const olderHref = `${path}?${new URLSearchParams({ ...kept, fore: String(page.next) })}`
  return (
    <div className="flex flex-col gap-6">
      <Filters place={place} people={page.people} names={page.names} sectionId={sectionId} userId={userId} />
      {page.sessions.length === 0 && page.changes.length === 0 && (
        <EmptyState icon={<History />} title={sv.noneTitle}>
          {sv.noneText}
        </EmptyState>
      )}
      <form action={path} className="flex flex-col gap-6" aria-label={sv.choose}>
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="text-muted">{sv.choose}</p>
          <Button type="submit" variant="primary">
            {sv.compare}
          </Button>
        </div>
        {before === undefined && (
          <div className="flex items-center gap-4 rounded-xl border border-line bg-surface px-4 py-2">
            <Choice moment="now" what={sv.now} checked="to" />
            <span className="font-semibold">{sv.now}</span>
          </div>
        )}
        {days.map(({ date, items }) => (
          <section key={date} aria-labelledby={`dag-${date}`}>
            <h2 id={`dag-${date}`} className="mb-2 text-lg font-semibold">
              {formatDate(date)}
            </h2>
            <ol className="divide-y divide-line overflow-hidden rounded-xl border border-line bg-surface">
              {items.map(item => (
                <li key={keyOf(item)}>
                  {item.kind === 'version' ? (
                    <VersionMark place={place} version={item.version} names={page.names} />
                  ) : item.kind === 'change' ? (
                    <ChangeLine place={place} change={item.change} names={page.names} />
                  ) : (
                    <SessionEntry place={place} session={item.session} names={page.names} isChosen={item === newest} />
                  )}
                </li>
              ))}
            </ol>
          </section>
        ))}
      </form>
      <div className="flex flex-wrap gap-3">
        {page.next !== null && (
          <a href={olderHref} className={buttonStyle('secondary', 'md')}>
            {sv.older}
          </a>
        )}
        {before !== undefined && (
          <a href={path} className={buttonStyle('ghost', 'md')}>
            {sv.newer}
          </a>
        )}
      </div>
    </div>
  )
}
