// biome-ignore-all lint/a11y/noRedundantRoles: on a phone the rows are laid out as cards, and Safari then forgets the roles of a table.
// biome-ignore-all lint/a11y/useSemanticElements: same.
import type { Measure } from '#server/measures/list-measures.ts'
import type { MeasureFilter } from '#server/measures/measure-filter.ts'
import { sv } from '../sv.ts'
import { MeasureRow } from './measure-row.tsx'

const { columns } = sv

export interface MeasureTableProps {
  measures: Measure[]
  filter: MeasureFilter
}

/** A table where there is room for one; one card an åtgärd where there is not. */
export function MeasureTable({ measures, filter }: MeasureTableProps) {
  const readAt = Date.now()
  return (
    <table
      role="table"
      data-register
      className="block w-full border-collapse lg:table lg:overflow-hidden lg:rounded-xl lg:bg-surface lg:shadow-raised"
    >
      <caption className="sr-only">{sv.title}</caption>
      <thead role="rowgroup" className="sr-only lg:not-sr-only lg:table-header-group">
        <tr role="row" className="border-b border-line">
          {Object.values(columns).map(column => (
            <th
              key={column}
              role="columnheader"
              scope="col"
              className="px-3 py-2.5 text-left text-sm font-semibold text-muted"
            >
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="flex flex-col gap-4 lg:table-row-group">
        {measures.map(measure => (
          <MeasureRow key={measure.id} measure={measure} filter={filter} readAt={readAt} />
        ))}
      </tbody>
    </table>
  )
}
