// biome-ignore-all lint/a11y/noRedundantRoles: on a phone the rows are laid out as cards, and Safari then forgets the roles of a table.
// biome-ignore-all lint/a11y/useSemanticElements: same.
import { formatInstant } from '#editor/core/format-date.ts'
import { sectionElementId } from '#editor/surface/text/places.ts'
import type { LawRow } from '#server/reports/law-matrix.ts'
import type { Grouping, LawGroup } from '../group-rows.ts'
import { sv } from '../sv.ts'
import { LawState } from './law-state.tsx'

const CELL = 'block px-3 py-1 md:table-cell md:py-2.5 md:align-top'

export interface LawTableProps {
  reportId: string
  group: LawGroup
  by: Grouping
}

function Heading({ group: { key, rows }, by }: Pick<LawTableProps, 'group' | 'by'>) {
  const [row] = rows
  if (by === 'section') return `${row?.number} ${row?.heading}`
  return sv.acts[key] ? `${key}: ${sv.acts[key]}` : key
}

/** Says why only where the law's paragraph lacks something, or is said not to apply. */
function Reasons({ row: { findings, reason } }: { row: LawRow }) {
  if (!findings.length && !reason) return null
  return (
    <ul className="mt-1 max-w-prose text-sm">
      {reason && <li>{reason}</li>}
      {findings.map(finding => (
        <li key={finding}>{finding}</li>
      ))}
    </ul>
  )
}

export function LawTable({ reportId, group, by }: LawTableProps) {
  const first = by === 'act' ? sv.columns.place : sv.columns.section
  return (
    <section aria-labelledby={`grupp-${group.key}`} className="mt-6">
      <div className="flex break-after-avoid flex-wrap items-baseline justify-between gap-x-4">
        <h2 id={`grupp-${group.key}`} className="text-lg font-semibold">
          <Heading group={group} by={by} />
        </h2>
        <span className="text-sm text-muted">{sv.actSum(group.fulfilled, group.asked)}</span>
      </div>
      <table
        role="table"
        aria-labelledby={`grupp-${group.key}`}
        className="mt-2 block w-full border-collapse rounded-xl bg-surface shadow-raised md:table print:shadow-none"
      >
        <thead role="rowgroup" className="sr-only md:not-sr-only md:table-header-group">
          <tr role="row" className="border-b border-line">
            {[first, by === 'act' ? sv.columns.section : sv.columns.place, sv.columns.state, sv.columns.who].map(
              column => (
                <th key={column} role="columnheader" scope="col" className="px-3 py-2 text-left text-sm text-muted">
                  {column}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody role="rowgroup" className="block md:table-row-group">
          {group.rows.map(row => (
            <Row key={`${row.sectionId} ${row.reference}`} reportId={reportId} row={row} by={by} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Row({ reportId, row, by }: { reportId: string; row: LawRow; by: Grouping }) {
  const section = (
    <a href={`/rapporter/${reportId}#${sectionElementId(row.sectionId)}`}>
      {row.number} {row.heading}
    </a>
  )
  return (
    <tr role="row" className="block break-inside-avoid border-b border-line py-2 last:border-b-0 md:table-row md:py-0">
      <th role="rowheader" scope="row" className={`${CELL} text-left font-semibold md:w-1/5`}>
        {by === 'act' ? row.place || row.reference : section}
      </th>
      <td role="cell" className={CELL}>
        {by === 'act' ? section : row.reference}
      </td>
      <td role="cell" className={`${CELL} md:w-2/5`}>
        <LawState state={row.state} />
        <Reasons row={row} />
      </td>
      <td role="cell" className={`${CELL} text-sm text-muted md:w-1/6`}>
        {row.by && row.at ? `${row.by}, ${formatInstant(row.at)}` : sv.unknown}
      </td>
    </tr>
  )
}
