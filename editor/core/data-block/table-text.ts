import type { DataTable } from './data-table.ts'

/** The table as lines, cells apart by tabs. */
export function tableText({ caption, columns, groups, notes, sources, empty }: DataTable): string {
  if (empty) return ''
  const rows = groups.flatMap(({ area, rows }) => [
    ...(area ? [area] : []),
    ...rows.map(row => [row.heading, ...row.cells].map(cell => cell.text).join('\t')),
  ])
  return [caption, columns.map(column => column.text).join('\t'), ...rows, ...notes, ...sources].join('\n')
}
