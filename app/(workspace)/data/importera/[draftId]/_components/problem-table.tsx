import { type Column, Table } from '#editor/ui/table.tsx'
import type { ImportPreview } from '#server/indicators/import/import-preview.ts'
import { problemCell, problemColumn, problemText } from '#server/indicators/problem-text.ts'
import { sv as all } from '../sv.ts'
import { Listed } from './listed.tsx'

const sv = all.problems

const COLUMNS: Column<ImportPreview['errors'][number]>[] = [
  { label: sv.line, cell: ({ line }) => line.toLocaleString('sv-SE'), isNumber: true, labelInCard: true },
  { label: sv.column, cell: error => problemColumn(error) || sv.wholeRow, className: 'as-table:min-w-36' },
  { label: sv.problem, cell: problemText, className: 'as-table:min-w-72', fillsCard: true },
  { label: sv.value, cell: problemCell, className: 'as-table:min-w-36', fillsCard: true },
]

export function ProblemTable({ preview: { errors, errorCount } }: { preview: ImportPreview }) {
  return (
    <Listed title={sv.title} shown={errors.length} all={errorCount}>
      {/* The list never changes, and two errors may be alike. */}
      <Table caption={sv.title} columns={COLUMNS} rows={errors} keyOf={(_, index) => index} />
    </Listed>
  )
}
