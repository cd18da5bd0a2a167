// biome-ignore-all lint/a11y/noRedundantRoles: on a phone the rows are laid out as cards, and Safari then forgets the roles of a table.
// biome-ignore-all lint/a11y/useSemanticElements: same.
import { CircleAlert, CircleDashed, Lock, PencilLine } from 'lucide-react'
import type { ReactNode } from 'react'
import { formatDate } from '#editor/core/format-date.ts'
import { classNames } from '#editor/ui/class-names.ts'
import type { Tone } from '#editor/ui/tone.ts'
import type { NotBegun } from '#server/calendar/not-begun.ts'
import type { YearReport } from '#server/calendar/year-reports.ts'
import { Status } from '../../../ui/status.tsx'
import { sv, type WheelState } from '../sv.ts'
import { stateOf, stateOfNotBegun } from '../wheel-state.ts'

const { columns } = sv
const CELL =
  'block lg:table-cell lg:px-3 lg:py-3 lg:align-top print:table-cell print:py-1 print:pr-3 print:pl-0 print:align-top'

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

interface RowProps {
  name: ReactNode
  kind?: ReactNode
  board: string
  deadline: ReactNode
  owners: ReactNode
  status: ReactNode
}

function Row({ name, kind, board, deadline, owners, status }: RowProps) {
  return (
    <tr
      role="row"
      className="grid gap-2 rounded-xl bg-surface p-4 shadow-raised lg:table-row lg:rounded-none lg:border-b lg:border-line lg:p-0 lg:shadow-none lg:last:border-b-0 print:table-row print:break-inside-avoid print:rounded-none print:border-b print:border-line print:p-0 print:shadow-none"
    >
      <th role="rowheader" scope="row" className={`${CELL} text-left font-normal`}>
        {name}
        {kind}
      </th>
      <td role="cell" className={CELL}>
        {board}
      </td>
      <td role="cell" className={CELL}>
        {deadline}
      </td>
      <td role="cell" className={CELL}>
        {owners}
      </td>
      <td role="cell" className={CELL}>
        {status}
      </td>
    </tr>
  )
}

/** On paper only where the title does not say it already. */
const Kind = ({ report: { title, templateName } }: { report: YearReport }) => (
  <span className={classNames('block text-sm text-muted', title.startsWith(templateName) && 'print:hidden')}>
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

/** What nobody has begun stands first: it is what nobody else will remind of. */
export function YearList({ reports, notBegun, today }: YearListProps) {
  return (
    <table
      role="table"
      className="block w-full border-collapse lg:table lg:overflow-hidden lg:rounded-xl lg:bg-surface lg:shadow-raised print:table print:overflow-visible print:shadow-none print:[&_*]:text-xs"
    >
      <caption className="sr-only">{sv.list}</caption>
      <thead
        role="rowgroup"
        className="sr-only lg:not-sr-only lg:table-header-group print:not-sr-only print:table-header-group"
      >
        <tr role="row" className="border-b border-line">
          {Object.values(columns).map(column => (
            <th
              key={column}
              role="columnheader"
              scope="col"
              className="px-3 py-2.5 text-left text-sm text-muted print:py-1 print:pr-3 print:pl-0"
            >
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="flex flex-col gap-4 lg:table-row-group print:table-row-group">
        {notBegun.map(one => (
          <Row
            key={`${one.templateKey} ${one.boardId}`}
            name={<span className="font-semibold">{titleOf(one)}</span>}
            board={one.boardName}
            deadline={
              <>
                {formatDate(one.deadline)} <span className="text-sm text-muted">{sv.byLaw(one.law)}</span>
              </>
            }
            owners={<span className="text-muted">{sv.noOwners}</span>}
            status={
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
            }
          />
        ))}
        {reports.map(report => (
          <Row
            key={report.id}
            name={
              <a href={`/rapporter/${report.id}`} className="font-semibold text-accent underline">
                {report.title}
              </a>
            }
            kind={<Kind report={report} />}
            board={report.boardName}
            deadline={<Days report={report} />}
            owners={report.owners.join(', ') || <span className="text-muted">{sv.noOwners}</span>}
            status={
              <>
                <StateSign state={stateOf(report, today)} />
                <span className="mt-1 block text-sm text-muted print:mt-0 print:whitespace-nowrap">
                  {sv.progress(report.sectionsDone, report.sectionCount)}
                </span>
              </>
            }
          />
        ))}
      </tbody>
    </table>
  )
}
