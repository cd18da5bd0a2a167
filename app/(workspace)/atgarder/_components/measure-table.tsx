import { CircleAlert, Lock } from 'lucide-react'
import { formatDate } from '#editor/core/format-date.ts'
import { sectionElementId } from '#editor/surface/text/places.ts'
import { type Column, Table } from '#editor/ui/table.tsx'
import type { Measure } from '#server/measures/list-measures.ts'
import type { MeasureFilter } from '#server/measures/measure-filter.ts'
import type { EditableKey } from '../editable.ts'
import { filterQuery } from '../register-address.ts'
import { sv } from '../sv.ts'
import { FollowUp } from './follow-up.tsx'
import { MeasureField } from './measure-field.tsx'

const { columns } = sv

const statusWord = (status: string | null): string =>
  (sv.filter.statuses as Record<string, string>)[status ?? ''] ?? status ?? sv.none

function Origin({ measure, filter }: { measure: Measure; filter: MeasureFilter }) {
  const { reportId, reportTitle, sectionId, sectionHeading, boardName, lockedAt } = measure
  return (
    <>
      <a href={`/rapporter/${reportId}#${sectionElementId(sectionId)}`} className="text-accent underline">
        {reportTitle}: {sectionHeading}
      </a>
      <span className="block text-sm text-muted">{boardName}</span>
      {(lockedAt || !measure.mayWrite) && (
        <span className="flex items-center gap-1 text-sm text-muted">
          <Lock aria-hidden className="size-3.5" />
          {lockedAt ? sv.locked : sv.readOnly}
        </span>
      )}
      {!filter.reportId && (
        <a
          href={`/atgarder${filterQuery({ ...filter, reportId, page: 1 })}`}
          className="inline-block py-1 text-sm text-accent underline print:hidden"
        >
          {sv.onlyThese}
          <span className="sr-only"> {reportTitle}</span>
        </a>
      )}
    </>
  )
}

const textOf = ({ text }: Measure): string => text || sv.noText

/** @param readAt when the page was read, ms */
function measureColumns(filter: MeasureFilter, readAt: number): Column<Measure>[] {
  const field = (measure: Measure, name: EditableKey, label: string, value: string | null) => (
    <MeasureField
      id={measure.id}
      readAt={readAt}
      name={name}
      label={sv.fieldOf(label, textOf(measure))}
      value={value ?? ''}
    />
  )
  return [
    {
      label: columns.measure,
      cell: measure => (
        <div className="max-w-prose font-normal">
          <span className="whitespace-pre-line">{textOf(measure)}</span>
          {measure.overdue && (
            <span className="mt-1 flex items-center gap-1.5 text-sm font-semibold text-bad">
              <CircleAlert aria-hidden className="size-4" />
              {sv.overdue}
            </span>
          )}
          <FollowUp measure={measure} />
        </div>
      ),
    },
    {
      label: columns.role,
      cell: measure =>
        measure.mayWrite ? field(measure, 'ansvarig', columns.role, measure.role) : (measure.role ?? sv.none),
      fillsCard: true,
    },
    {
      label: columns.due,
      cell: measure =>
        measure.mayWrite ? (
          field(measure, 'klart', columns.due, measure.due)
        ) : (
          <span className="whitespace-nowrap">{measure.due ? formatDate(measure.due) : sv.none}</span>
        ),
      // Half of the narrowest cards is too little for a date.
      className: 'max-[22rem]:col-span-full as-table:w-44',
    },
    {
      label: columns.status,
      cell: measure =>
        measure.mayWrite ? field(measure, 'status', columns.status, measure.status) : statusWord(measure.status),
      className: 'as-table:w-44',
    },
    {
      label: columns.origin,
      cell: measure => <Origin measure={measure} filter={filter} />,
      fillsCard: true,
    },
  ]
}

export interface MeasureTableProps {
  measures: Measure[]
  filter: MeasureFilter
}

export function MeasureTable({ measures, filter }: MeasureTableProps) {
  return (
    <div data-register>
      <Table caption={sv.title} columns={measureColumns(filter, Date.now())} rows={measures} keyOf={({ id }) => id} />
    </div>
  )
}
