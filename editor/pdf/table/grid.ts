export interface Spanning {
  colSpan: number
  rowSpan: number
}

export interface PlacedCell<T> {
  row: number
  column: number
  rowSpan: number
  colSpan: number
  /** Null where the author's table has no cell: drawn empty, so that every row has every column. */
  cell: T | null
}

export interface Grid<T> {
  columns: number
  /** Cells by the row that they begin in, from the left. */
  rows: PlacedCell<T>[][]
}

const span = (value: number, room: number): number => Math.max(1, Math.min(Math.floor(value) || 1, room))

/** Columns free from `column` on, at most `wanted`. */
function freeRun(taken: boolean[], column: number, wanted: number): number {
  let run = 1
  while (run < wanted && !taken[column + run]) run++
  return run
}

/**
 * Gives every cell its place, as HTML does: each one in the first free column of its row. Spans are cut where they
 * would leave the table or cover another cell; holes are filled.
 */
export function placeCells<T extends Spanning>(source: T[][]): Grid<T> {
  const taken: boolean[][] = source.map(() => [])
  const rows: PlacedCell<T>[][] = source.map(() => [])
  for (const [row, cells] of source.entries()) {
    let column = 0
    for (const cell of cells) {
      const here = taken[row] ?? []
      while (here[column]) column++
      const rowSpan = span(cell.rowSpan, source.length - row)
      const colSpan = freeRun(here, column, span(cell.colSpan, 1000))
      for (let r = row; r < row + rowSpan; r++)
        for (let c = column; c < column + colSpan; c++) (taken[r] ?? [])[c] = true
      rows[row]?.push({ row, column, rowSpan, colSpan, cell })
      column += colSpan
    }
  }
  const columns = Math.max(0, ...taken.map(row => row.length))
  for (const [row, here] of taken.entries()) {
    for (let column = 0; column < columns; column++)
      if (!here[column]) rows[row]?.push({ row, column, rowSpan: 1, colSpan: 1, cell: null })
    rows[row]?.sort((a, b) => a.column - b.column)
  }
  return { columns, rows }
}

/** Row numbers in bands: rows that a cell spans stand in one band, because no page may break between them. */
export function bands<T>(rows: PlacedCell<T>[][]): number[][] {
  const result: number[][] = []
  let end = 0
  for (const [row, cells] of rows.entries()) {
    if (row >= end) result.push([])
    result.at(-1)?.push(row)
    end = Math.max(end, row + 1, ...cells.map(cell => row + cell.rowSpan))
  }
  return result
}

/** How many of the first `wanted` rows can stand apart from the rest: no cell of theirs may reach into it. */
export function separableRows<T>(rows: PlacedCell<T>[][], wanted: number): number {
  for (let count = wanted; count > 0; count--)
    if (rows.slice(0, count).every((cells, row) => cells.every(cell => row + cell.rowSpan <= count))) return count
  return 0
}
