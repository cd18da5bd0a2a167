import type { DataCell, DataColumn, DataRow, DataTable } from '../../core/data-block/data-table.ts'
import { useChangedCells } from './changed-cells.ts'

/** What a cell says, with the words for screen readers in place of its sign. */
export function CellWords({ cell: { text, label } }: { cell: DataCell }) {
  if (!label) return text
  return (
    <>
      <span aria-hidden>{text}</span>
      <span className="sr-only">{label}</span>
    </>
  )
}

/** A figure that opens its passport. Of a table the first alone is a stop of the tab key; the arrow keys lead to the others. */
export function FigureWords({ cell, isFirst = true }: { cell: DataCell; isFirst?: boolean }) {
  if (!cell.figure) return <CellWords cell={cell} />
  return (
    // biome-ignore lint/a11y/useSemanticElements: the text of a button cannot be selected.
    <span role="button" tabIndex={isFirst ? 0 : -1} aria-haspopup="dialog" data-figure={cell.figure}>
      <CellWords cell={cell} />
    </span>
  )
}

interface RowViewProps {
  row: DataRow
  columns: DataColumn[]
  changed: Set<string>
  /** "row:column" of the table's first figure. */
  first: string | null
}

/** "row:column" of the first cell with a figure. */
function firstFigure({ groups }: DataTable): string | null {
  for (const row of groups.flatMap(({ rows }) => rows)) {
    const column = row.cells.findIndex(({ figure }) => figure)
    if (column >= 0) return `${row.id}:${column}`
  }
  return null
}

function RowView({ row, columns, changed, first }: RowViewProps) {
  return (
    <tr className={row.kind}>
      <th scope="row">
        <CellWords cell={row.heading} />
      </th>
      {row.cells.map((cell, index) => (
        <td
          key={columns[index + 1]?.text}
          className={columns[index + 1]?.words ? 'words' : undefined}
          data-changed={changed.has(`${row.id}:${index}`) || undefined}
        >
          <FigureWords cell={cell} isFirst={first === `${row.id}:${index}`} />
        </td>
      ))}
    </tr>
  )
}

/** A table of live figures; what has just changed stands out. */
export function DataTableView({ table }: { table: DataTable }) {
  const changed = useChangedCells(table)
  const first = firstFigure(table)
  return (
    <table>
      <caption data-drag-handle>{table.caption}</caption>
      <thead>
        <tr>
          {table.columns.map(({ text, words }) => (
            <th key={text} scope="col" className={words ? 'words' : undefined}>
              {text}
            </th>
          ))}
        </tr>
      </thead>
      {table.groups.map(({ area, rows }) => (
        <tbody key={rows[0]?.id}>
          {area && (
            <tr>
              <th scope="rowgroup" colSpan={table.columns.length}>
                {area}
              </th>
            </tr>
          )}
          {rows.map(row => (
            <RowView key={row.id} row={row} columns={table.columns} changed={changed} first={first} />
          ))}
        </tbody>
      ))}
    </table>
  )
}
