import { CalendarDays } from 'lucide-react'
import type { Metadata } from 'next'
import { formatInstant } from '#editor/core/format-date.ts'
import { Button } from '#editor/ui/button.tsx'
import { feedState } from '#server/calendar/feed-access.ts'
import { readYear } from '#server/calendar/read-year.ts'
import { services } from '#server/services.ts'
import { today } from '#server/today.ts'
import { requireActor } from '../../session.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageBody } from '../../ui/page-body.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { FeedDialog } from './_components/feed-dialog.tsx'
import { Wheel } from './_components/wheel.tsx'
import { YearList } from './_components/year-list.tsx'
import { sv } from './sv.ts'
import { stateOf, stateOfNotBegun } from './wheel-state.ts'

export const metadata: Metadata = { title: sv.title }

const [FIRST, LAST] = [2000, 2101]

/** @returns this year where the address says none */
function readYearNumber(text: string | undefined, now: string): number {
  const year = Number(text)
  return Number.isInteger(year) && year >= FIRST && year <= LAST ? year : Number(now.slice(0, 4))
}

export default async function YearPage({ searchParams }: { searchParams: Promise<{ ar?: string; namnd?: string }> }) {
  const { ar, namnd } = await searchParams
  const actor = await requireActor('/arshjul')
  const now = today()
  const year = readYearNumber(ar, now)
  const [found, feed] = await Promise.all([
    readYear(services(), actor, { year, boardId: namnd || null }),
    feedState(services(), actor),
  ])
  const { boards, reports, notBegun } = found
  const days = [
    ...notBegun.map(one => ({ date: one.deadline, state: stateOfNotBegun(one, now) })),
    ...reports.flatMap(report => {
      const own = [report.deadline, ...report.local.map(day => day.date)]
      const date = own.find(day => day?.startsWith(`${year}-`))
      return date ? [{ date, state: stateOf(report, now) }] : []
    }),
  ]
  return (
    <PageBody>
      <PageHeader
        title={sv.title}
        description={sv.description}
        actions={
          <FeedDialog
            created={feed && formatInstant(feed.createdAt.toISOString())}
            used={feed?.lastUsedAt ? formatInstant(feed.lastUsedAt.toISOString()) : null}
          />
        }
      />
      <form
        key={`${year} ${namnd}`}
        action="/arshjul"
        aria-label={sv.filter.title}
        className="mb-6 flex flex-wrap items-end gap-4 print:hidden"
      >
        <div className="w-28">
          <TextField label={sv.filter.year} name="ar" type="number" min={FIRST} max={LAST} defaultValue={year} />
        </div>
        <div className="min-w-56">
          <SelectField
            label={sv.filter.board}
            name="namnd"
            placeholder={sv.filter.allBoards}
            defaultValue={namnd ?? ''}
            options={boards.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </div>
        <Button type="submit">{sv.filter.apply}</Button>
      </form>
      {reports.length + notBegun.length > 0 ? (
        <div className="flex flex-col gap-8 print:gap-4">
          <Wheel year={year} days={days} today={now} />
          <YearList reports={reports} notBegun={notBegun} today={now} />
        </div>
      ) : (
        <EmptyState icon={<CalendarDays />} title={sv.emptyTitle(year)}>
          {sv.emptyText}
        </EmptyState>
      )}
    </PageBody>
  )
}
