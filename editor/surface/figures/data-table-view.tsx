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

function RowView({ row, columns, changed }: { row: DataRow; columns: DataColumn[]; changed: Set<string> }) {
  return (
    <tr className={row.kind}>
      <th scope="row">
        <CellWords cell={row.heading} />
      </th>
      {row.cells.map((cell, index) => (
        <td
          key={columns[index + 1]?.text}
          className={columns[index + 1]?.words ? 'words' : undefined}
          data-figure={cell.figure}
          data-changed={changed.has(`${row.id}:${index}`) || undefined}
        >
          <CellWords cell={cell} />
        </td>
      ))}
    </tr>
  )
}

/** A table of live figures; what has just changed stands out. */
export function DataTableView({ table }: { table: DataTable }) {
  const changed = useChangedCells(table)
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
            <RowView key={row.id} row={row} columns={table.columns} changed={changed} />
          ))}
        </tbody>
      ))}
    </table>
  )
}
