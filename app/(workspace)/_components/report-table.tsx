import { Lock, PencilLine } from 'lucide-react'
import { formatDate, formatInstant } from '#editor/core/format-date.ts'
import { classNames } from '#editor/ui/class-names.ts'
import { type Column, Table } from '#editor/ui/table.tsx'
import type { ReportListItem } from '#server/reports/list-reports.ts'
import { deadlineWords } from '../../deadline.ts'
import { Progress } from '../../ui/progress.tsx'
import { Status } from '../../ui/status.tsx'
import { sv as all } from '../sv.ts'
import { PresentPeople } from './present-people.tsx'

const sv = all.list
const { columns } = sv

function Deadline({ deadline, now }: { deadline: string; now: Date }) {
  const { date, distance, late, soon } = deadlineWords(deadline, now)
  return (
    <>
      <span className="block whitespace-nowrap">{date}</span>
      <span
        className={classNames(
          'block text-sm as-table:whitespace-nowrap',
          late ? 'font-semibold text-bad' : soon ? 'text-warn' : 'text-muted',
        )}
      >
        {distance}
      </span>
    </>
  )
}

const reportColumns = (now: Date): Column<ReportListItem>[] => [
  {
    label: columns.report,
    cell: ({ id, title, templateName }) => (
      <>
        <a
          href={`/rapporter/${id}`}
          className="text-lg leading-snug font-semibold text-accent underline decoration-1 underline-offset-3 hover:text-accent-strong hover:decoration-2 lg:text-base xl:text-lg"
        >
          {title}
        </a>
        <span className="mt-0.5 block text-sm font-normal text-muted">{templateName}</span>
      </>
    ),
  },
  {
    label: columns.board,
    cell: ({ boardName, diaryNumber }) => (
      <>
        <span className="block">{boardName}</span>
        <span className="block text-sm text-muted">
          <span className="sr-only">{diaryNumber && `${sv.diaryNumber} `}</span>
          {diaryNumber ?? sv.noDiaryNumber}
        </span>
      </>
    ),
    labelInCard: false,
    fillsCard: true,
  },
  {
    label: columns.status,
    cell: ({ lockedAt }) =>
      lockedAt ? (
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
      ),
  },
  {
    label: columns.deadline,
    cell: ({ deadline, lockedAt }) => {
      if (!deadline) return <span className="text-muted">{sv.noDeadline}</span>
      // What is locked cannot be late any more.
      if (lockedAt) return <span className="whitespace-nowrap">{formatDate(deadline)}</span>
      return <Deadline deadline={deadline} now={now} />
    },
  },
  {
    label: columns.sections,
    cell: ({ sectionsDone, sectionCount }) => (
      <Progress value={sectionsDone} max={sectionCount} label={sv.sections(sectionsDone, sectionCount)} />
    ),
    labelInCard: false,
    fillsCard: true,
    className: 'as-table:min-w-42',
  },
  {
    label: columns.present,
    cell: ({ present }) => <PresentPeople people={present} />,
    fillsCard: true,
    className: 'as-table:min-w-24',
  },
]

export function ReportTable({ reports, now }: { reports: ReportListItem[]; now: Date }) {
  return <Table caption={sv.title} columns={reportColumns(now)} rows={reports} keyOf={({ id }) => id} />
}
