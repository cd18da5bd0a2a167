import { CircleAlert, CircleDashed, Lock, PencilLine } from 'lucide-react'
import type { ReactNode } from 'react'
import { formatDate } from '#editor/core/format-date.ts'
import { classNames } from '#editor/ui/class-names.ts'
import { type Column, Table } from '#editor/ui/table.tsx'
import type { Tone } from '#editor/ui/tone.ts'
import type { NotBegun } from '#server/calendar/not-begun.ts'
import type { YearReport } from '#server/calendar/year-reports.ts'
import { Status } from '../../../ui/status.tsx'
import { sv, type WheelState } from '../sv.ts'
import { stateOf, stateOfNotBegun } from '../wheel-state.ts'

const { columns } = sv
const SIGNS: Record<WheelState, [Tone, typeof Lock]> = {
  'not-begun': ['warn', CircleDashed],
  late: ['bad', CircleAlert],
  draft: ['info', PencilLine],
  locked: ['good', Lock],
}

function StateSign({ state }: { state: WheelState }) {
  const [tone, Icon] = SIGNS[state]
  return (
    <Status tone={tone} icon={<Icon />}>
      {sv.states[state]}
    </Status>
  )
}

interface YearRow {
  key: string
  name: ReactNode
  board: string
  deadline: ReactNode
  owners: ReactNode
  status: ReactNode
}

const COLUMNS: Column<YearRow>[] = [
  { label: columns.report, cell: ({ name }) => name },
  { label: columns.board, cell: ({ board }) => board, fillsCard: true },
  { label: columns.deadline, cell: ({ deadline }) => deadline, fillsCard: true },
  { label: columns.owners, cell: ({ owners }) => owners, fillsCard: true },
  { label: columns.status, cell: ({ status }) => status, fillsCard: true },
]

/** On paper only where the title does not say it already. */
const Kind = ({ report: { title, templateName } }: { report: YearReport }) => (
  <span
    className={classNames('block text-sm font-normal text-muted', title.startsWith(templateName) && 'print:hidden')}
  >
    {templateName}
  </span>
)

const MOST_LOCAL = 3

function Days({ report: { deadline, byLaw, local } }: { report: YearReport }) {
  return (
    <>
      {deadline ? (
        <span className="block">
          {formatDate(deadline)} {byLaw && <span className="text-sm text-muted">{sv.legal}</span>}
        </span>
      ) : (
        local.length === 0 && <span className="text-muted">{sv.noDay}</span>
      )}
      {local.slice(0, MOST_LOCAL).map(({ date, sections }) => (
        <span key={`${date} ${sections}`} className="block text-sm text-muted">
          {sv.local(date, sections)}
        </span>
      ))}
      {local.length > MOST_LOCAL && (
        <span className="block text-sm text-muted">{sv.moreLocal(local.length - MOST_LOCAL)}</span>
      )}
    </>
  )
}

export interface YearListProps {
  reports: YearReport[]
  notBegun: NotBegun[]
  /** ISO date. */
  today: string
}

const titleOf = ({ templateName, accountsFor }: NotBegun): string => sv.notBegunTitle(templateName, accountsFor)

const rowOfNotBegun = (one: NotBegun, today: string): YearRow => ({
  key: `${one.templateKey} ${one.boardId}`,
  name: <span className="font-semibold">{titleOf(one)}</span>,
  board: one.boardName,
  deadline: (
    <>
      {formatDate(one.deadline)} <span className="text-sm text-muted">{sv.byLaw(one.law)}</span>
    </>
  ),
  owners: <span className="text-muted">{sv.noOwners}</span>,
  status: (
    <>
      <StateSign state={stateOfNotBegun(one, today)} />
      {one.deadline < today && (
        <span className="mt-1 block text-sm text-muted print:mt-0">{sv.states['not-begun']}</span>
      )}
      {one.mayCreate && (
        <a
          href={`/rapporter/ny?mall=${one.templateKey}&ar=${one.accountsFor}&namnd=${one.boardId}`}
          className="mt-1 block py-1 text-accent underline print:hidden"
        >
          {sv.create}
          <span className="sr-only"> {sv.ofBoard(titleOf(one), one.boardName)}</span>
        </a>
      )}
    </>
  ),
})

const rowOf = (report: YearReport, today: string): YearRow => ({
  key: report.id,
  name: (
    <>
      <a href={`/rapporter/${report.id}`} className="font-semibold text-accent underline">
        {report.title}
      </a>
      <Kind report={report} />
    </>
  ),
  board: report.boardName,
  deadline: <Days report={report} />,
  owners: report.owners.join(', ') || <span className="text-muted">{sv.noOwners}</span>,
  status: (
    <>
      <StateSign state={stateOf(report, today)} />
      <span className="mt-1 block text-sm text-muted print:mt-0 print:whitespace-nowrap">
        {sv.progress(report.sectionsDone, report.sectionCount)}
      </span>
    </>
  ),
})

/** What nobody has begun stands first: it is what nobody else will remind of. */
export function YearList({ reports, notBegun, today }: YearListProps) {
  const rows = [...notBegun.map(one => rowOfNotBegun(one, today)), ...reports.map(report => rowOf(report, today))]
  return <Table caption={sv.list} columns={COLUMNS} rows={rows} keyOf={({ key }) => key} />
}
