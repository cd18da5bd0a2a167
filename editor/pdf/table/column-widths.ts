export interface CellWidth {
  column: number
  colSpan: number
  /** Points that the longest word needs, with the cell's padding. */
  min: number
  /** Points that the text needs on one line, with the cell's padding. */
  max: number
}

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0)

/** Widens the columns under a spanning cell until together they hold `needed`, in proportion to their `weight`. */
function stretch(widths: number[], cell: CellWidth, needed: number, weight: number[]): void {
  const columns = Array.from({ length: cell.colSpan }, (_, i) => cell.column + i)
  const lacking = needed - sum(columns.map(column => widths[column] ?? 0))
  if (lacking <= 0) return
  const weights = columns.map(column => Math.max(1, weight[column] ?? 0))
  for (const [i, column] of columns.entries())
    widths[column] = (widths[column] ?? 0) + (lacking * (weights[i] ?? 1)) / sum(weights)
}

/** The least that every column must have for no word to be cut, and the most that it can use. */
export function columnNeeds(cells: CellWidth[], columns: number): { min: number[]; max: number[] } {
  const min = new Array<number>(columns).fill(0)
  const max = new Array<number>(columns).fill(0)
  for (const cell of cells.filter(({ colSpan }) => colSpan === 1)) {
    min[cell.column] = Math.max(min[cell.column] ?? 0, cell.min)
    max[cell.column] = Math.max(max[cell.column] ?? 0, cell.max)
  }
  for (const cell of cells.filter(({ colSpan }) => colSpan > 1)) {
    stretch(min, cell, cell.min, max)
    stretch(max, cell, cell.max, max)
  }
  return { min, max: max.map((value, column) => Math.max(value, min[column] ?? 0)) }
}

/** Widths cut at one common measure, so that they are together `available`: what is short stays whole. */
function cutLongest(widths: number[], available: number): number[] {
  const rising = widths.toSorted((one, other) => one - other)
  let left = available
  for (const [index, width] of rising.entries()) {
    const most = left / (rising.length - index)
    if (width >= most) return widths.map(one => Math.min(one, most))
    left -= width
  }
  return widths
}

/**
 * Widths of all columns, together `available`: every column gets its longest word and a share of the rest by how
 * much text it holds. Where even the words do not fit, the columns with the longest words shrink: those break best.
 */
export function columnWidths(cells: CellWidth[], columns: number, available: number): number[] {
  const { min, max } = columnNeeds(cells, columns)
  const least = sum(min)
  const most = sum(max)
  if (most === 0) return min.map(() => available / columns)
  if (least >= available) return cutLongest(min, available)
  if (most <= available) return max.map(width => (width * available) / most)
  const room = (available - least) / (most - least)
  return min.map((width, column) => width + room * ((max[column] ?? 0) - width))
}
