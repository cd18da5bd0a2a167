import type { IndicatorTableModel } from '../../blocks/indicator-table/model.ts'

/** Cells that show something else than before, as "row:column", for rows that both tables have. */
export function changedCells(before: IndicatorTableModel, after: IndicatorTableModel): Set<string> {
  const rows = new Map(before.groups.flatMap(group => group.rows.map(row => [row.id, row.cells] as const)))
  const changed = new Set<string>()
  for (const { id, cells } of after.groups.flatMap(group => group.rows)) {
    const old = rows.get(id)
    for (const [column, cell] of cells.entries())
      if (old && old[column]?.text !== cell.text) changed.add(`${id}:${column}`)
  }
  return changed
}
