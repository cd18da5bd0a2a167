import { useEffect, useRef, useState } from 'react'
import type { DataTable } from '../../core/data-block/data-table.ts'

/** Cells that show something else than before, as "row:column", for rows that both tables have. */
export function changedCells(before: DataTable, after: DataTable): Set<string> {
  const rows = new Map(before.groups.flatMap(group => group.rows.map(row => [row.id, row.cells] as const)))
  const changed = new Set<string>()
  for (const { id, cells } of after.groups.flatMap(group => group.rows)) {
    const old = rows.get(id)
    for (const [column, cell] of cells.entries())
      if (old && old[column]?.text !== cell.text) changed.add(`${id}:${column}`)
  }
  return changed
}

const HIGHLIGHT_MS = 4000

/** Cells whose value has just changed under the reader's eyes. */
export function useChangedCells(model: DataTable): Set<string> {
  const last = useRef(model)
  const [changed, setChanged] = useState<Set<string>>(new Set())
  const text = JSON.stringify(model.groups)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text says what the model is
  useEffect(() => {
    const cells = changedCells(last.current, model)
    last.current = model
    if (!cells.size) return
    setChanged(cells)
    const timer = setTimeout(() => setChanged(new Set()), HIGHLIGHT_MS)
    return () => clearTimeout(timer)
  }, [text])
  return changed
}
