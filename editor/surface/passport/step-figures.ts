/** Columns and rows to the next figure of a table. */
const STEPS: Record<string, [columns: number, rows: number]> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
}

const figureIn = (cell: Element | undefined): HTMLElement | null =>
  cell?.querySelector<HTMLElement>('[data-figure]') ?? null

/** The figure of the table that an arrow key leads to from this one; cells without a figure are passed by. */
export function nextFigure(figure: Element, key: string): HTMLElement | null {
  const step = STEPS[key]
  const cell = figure.closest('td')
  const table = figure.closest('table')
  if (!step || !cell || !table) return null
  const rows = [...table.rows]
  const [columns, down] = step
  let row = rows.indexOf(cell.parentElement as HTMLTableRowElement)
  let column = cell.cellIndex
  for (;;) {
    row += down
    column += columns
    const cells = rows[row]?.cells
    if (!cells || column < 0 || (columns !== 0 && column >= cells.length)) return null
    const found = figureIn(cells[column])
    if (found) return found
  }
}
