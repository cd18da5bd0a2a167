import { formatInstant } from '#editor/core/format-date.ts'
import { sectionElementId } from '#editor/surface/text/places.ts'
import { type Column, Table } from '#editor/ui/table.tsx'
import type { LawRow } from '#server/reports/law-matrix.ts'
import type { Grouping, LawGroup } from '../group-rows.ts'
import { sv } from '../sv.ts'
import { LawState } from './law-state.tsx'

const { columns } = sv

function nameOf({ key, rows }: LawGroup, by: Grouping): string {
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

const STATE: Column<LawRow> = {
  label: columns.state,
  cell: row => (
    <>
      <LawState state={row.state} />
      <Reasons row={row} />
    </>
  ),
  className: 'as-table:w-2/5',
  fillsCard: true,
}

const WHO: Column<LawRow> = {
  label: columns.who,
  cell: ({ by, at }) => (
    <span className="text-sm text-muted">{by && at ? `${by}, ${formatInstant(at)}` : sv.unknown}</span>
  ),
  className: 'as-table:w-1/6',
  fillsCard: true,
}

function lawColumns(reportId: string, by: Grouping): Column<LawRow>[] {
  const section: Column<LawRow> = {
    label: columns.section,
    cell: ({ sectionId, number, heading }) => (
      <a href={`/rapporter/${reportId}#${sectionElementId(sectionId)}`}>
        {number} {heading}
      </a>
    ),
    fillsCard: true,
  }
  const place: Column<LawRow> = {
    label: columns.place,
    cell: row => (by === 'act' && row.place) || row.reference,
    fillsCard: true,
  }
  const [first, second] = by === 'act' ? [place, section] : [section, place]
  return [{ ...first, className: 'as-table:w-1/5' }, second, STATE, WHO]
}

export interface LawTableProps {
  reportId: string
  group: LawGroup
  by: Grouping
}

export function LawTable({ reportId, group, by }: LawTableProps) {
  const name = nameOf(group, by)
  return (
    <section aria-labelledby={`grupp-${group.key}`} className="mt-6">
      <div className="mb-2 flex break-inside-avoid break-after-avoid flex-wrap items-baseline justify-between gap-x-4">
        <h2 id={`grupp-${group.key}`} className="text-lg font-semibold">
          {name}
        </h2>
        <span className="text-sm text-muted">{sv.actSum(group.fulfilled, group.asked)}</span>
      </div>
      <Table
        caption={name}
        columns={lawColumns(reportId, by)}
        rows={group.rows}
        keyOf={({ sectionId, reference }) => `${sectionId} ${reference}`}
      />
    </section>
  )
}
