// biome-ignore-all lint/a11y/noRedundantRoles: see report-table.tsx.
// biome-ignore-all lint/a11y/useSemanticElements: same.
import { Lock, PencilLine } from 'lucide-react'
import type { ReactNode } from 'react'
import { formatDate, formatInstant } from '#editor/core/format-date.ts'
import { classNames } from '#editor/ui/class-names.ts'
import type { ReportListItem } from '#server/reports/list-reports.ts'
import { deadlineWords } from '../../deadline.ts'
import { Progress } from '../../ui/progress.tsx'
import { Status } from '../../ui/status.tsx'
import { sv as all } from '../sv.ts'
import { PresentPeople } from './present-people.tsx'

const sv = all.list

function Cell({ label, className, children }: { label?: string; className?: string; children: ReactNode }) {
  return (
    <td role="cell" className={classNames('block lg:table-cell lg:px-3 lg:py-4 xl:px-4 lg:align-top', className)}>
      {label && (
        <span aria-hidden className="block text-sm text-muted lg:hidden">
          {label}
        </span>
      )}
      {children}
    </td>
  )
}

function Deadline({ deadline, now }: { deadline: string; now: Date }) {
  const { date, distance, late, soon } = deadlineWords(deadline, now)
  return (
    <>
      <span className="block whitespace-nowrap">{date}</span>
      <span
        className={classNames(
          'block text-sm whitespace-nowrap',
          late ? 'font-semibold text-bad' : soon ? 'text-warn' : 'text-muted',
        )}
      >
        {distance}
      </span>
    </>
  )
}

export function ReportRow({ report, now }: { report: ReportListItem; now: Date }) {
  const { id, title, templateName, boardName, diaryNumber, deadline, lockedAt, sectionsDone, sectionCount } = report
  return (
    <tr
      role="row"
      className="grid grid-cols-2 gap-x-4 gap-y-3.5 rounded-xl bg-surface p-4 shadow-raised lg:table-row lg:rounded-none lg:border-b lg:border-line lg:p-0 lg:shadow-none lg:last:border-b-0 lg:hover:bg-accent-soft/40"
    >
      <th
        role="rowheader"
        scope="row"
        className="col-span-2 block text-left font-normal lg:table-cell lg:px-3 lg:py-4 xl:px-4 lg:align-top"
      >
        <a
          href={`/rapporter/${id}`}
          className="text-lg leading-snug font-semibold text-accent lg:text-base xl:text-lg underline decoration-1 underline-offset-3 hover:text-accent-strong hover:decoration-2"
        >
          {title}
        </a>
        <span className="mt-0.5 block text-sm text-muted">{templateName}</span>
      </th>
      <Cell className="col-span-2">
        <span className="block">{boardName}</span>
        <span className="block text-sm text-muted">
          <span className="sr-only">{diaryNumber && `${sv.diaryNumber} `}</span>
          {diaryNumber ?? sv.noDiaryNumber}
        </span>
      </Cell>
      <Cell label={sv.columns.status}>
        {lockedAt ? (
          <>
            <Status tone="good" icon={<Lock />}>
              {sv.locked}
            </Status>
            <span className="mt-1 block text-sm text-muted">{formatInstant(lockedAt.toISOString()).slice(0, 10)}</span>
          </>
        ) : (
          <Status tone="info" icon={<PencilLine />}>
            {sv.draft}
          </Status>
        )}
      </Cell>
      <Cell label={sv.columns.deadline}>
        {/* What is locked cannot be late any more. */}
        {deadline && !lockedAt && <Deadline deadline={deadline} now={now} />}
        {deadline && lockedAt && <span className="whitespace-nowrap">{formatDate(deadline)}</span>}
        {!deadline && <span className="text-muted">{sv.noDeadline}</span>}
      </Cell>
      <Cell className="col-span-2">
        <Progress
          value={sectionsDone}
          max={sectionCount}
          label={sv.sections(sectionsDone, sectionCount)}
          className="lg:min-w-36"
        />
      </Cell>
      <Cell label={sv.columns.present} className="col-span-2 lg:min-w-24">
        <PresentPeople people={report.present} />
      </Cell>
    </tr>
  )
}
