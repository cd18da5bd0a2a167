// biome-ignore-all lint/a11y/noRedundantRoles: see measure-table.tsx.
// biome-ignore-all lint/a11y/useSemanticElements: same.
import { CircleAlert, Lock } from 'lucide-react'
import type { ReactNode } from 'react'
import { formatDate } from '#editor/core/format-date.ts'
import { sectionElementId } from '#editor/surface/text/places.ts'
import { classNames } from '#editor/ui/class-names.ts'
import type { Measure } from '#server/measures/list-measures.ts'
import type { MeasureFilter } from '#server/measures/measure-filter.ts'
import { filterQuery } from '../register-address.ts'
import { sv } from '../sv.ts'
import { FollowUp } from './follow-up.tsx'
import { MeasureField } from './measure-field.tsx'

const { columns } = sv

function Cell({ label, className, children }: { label: string; className?: string; children: ReactNode }) {
  return (
    <td role="cell" className={classNames('block lg:table-cell lg:px-3 lg:py-3 lg:align-top', className)}>
      <span aria-hidden className="block text-sm text-muted lg:hidden">
        {label}
      </span>
      {children}
    </td>
  )
}

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

export interface MeasureRowProps {
  measure: Measure
  filter: MeasureFilter
  /** When the page was read, ms. */
  readAt: number
}

export function MeasureRow({ measure, filter, readAt }: MeasureRowProps) {
  const { id, role, due, status, overdue, mayWrite } = measure
  const text = measure.text || sv.noText
  const common = { id, readAt }
  return (
    <tr
      role="row"
      className="grid grid-cols-2 gap-x-4 gap-y-3 rounded-xl bg-surface p-4 shadow-raised lg:table-row lg:rounded-none lg:border-b lg:border-line lg:p-0 lg:shadow-none lg:last:border-b-0"
    >
      <th
        role="rowheader"
        scope="row"
        className="col-span-2 block max-w-prose text-left font-normal lg:table-cell lg:px-3 lg:py-3 lg:align-top"
      >
        <span className="whitespace-pre-line">{text}</span>
        {overdue && (
          <span className="mt-1 flex items-center gap-1.5 text-sm font-semibold text-bad">
            <CircleAlert aria-hidden className="size-4" />
            {sv.overdue}
          </span>
        )}
        <FollowUp measure={measure} />
      </th>
      <Cell label={columns.role} className="col-span-2 sm:col-span-1">
        {mayWrite ? (
          <MeasureField {...common} name="ansvarig" label={sv.fieldOf(columns.role, text)} value={role ?? ''} />
        ) : (
          (role ?? sv.none)
        )}
      </Cell>
      <Cell label={columns.due} className="lg:w-44">
        {mayWrite ? (
          <MeasureField {...common} name="klart" label={sv.fieldOf(columns.due, text)} value={due ?? ''} />
        ) : (
          <span className="whitespace-nowrap">{due ? formatDate(due) : sv.none}</span>
        )}
      </Cell>
      <Cell label={columns.status} className="lg:w-44">
        {mayWrite ? (
          <MeasureField {...common} name="status" label={sv.fieldOf(columns.status, text)} value={status ?? ''} />
        ) : (
          statusWord(status)
        )}
      </Cell>
      <Cell label={columns.origin} className="col-span-2">
        <Origin measure={measure} filter={filter} />
      </Cell>
    </tr>
  )
}
