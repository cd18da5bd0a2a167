import { matrixOf } from '../../core/structure/print/print-matrix.ts'
import { sv as printed } from '../../core/structure/print/sv.ts'
import type { RowTable } from '../../core/structure/structured-section.ts'

/** Customary steps of a riskvärde from 1 to 16: from 9 control, from 12 action at once. */
const tone = (value: number): string => {
  if (value >= 12) return 'bg-bad-soft'
  return value >= 9 ? 'bg-warn-soft' : 'bg-good-soft'
}

/** Where the listed risks lie; each is named by its number in the list, and the product of the steps stands beside. */
export function RiskMatrix({ list }: { list: RowTable }) {
  const matrix = matrixOf(list)
  if (!matrix || !list.rows.length) return null
  return (
    <table className="mt-3 border-collapse text-center text-sm">
      <caption className="mb-1 text-left font-semibold">{printed.matrix(matrix.rowLabel, matrix.columnLabel)}</caption>
      <tbody>
        {matrix.cells.map(line => (
          <tr key={line[0]?.row}>
            <th scope="row" className="border border-line px-2 font-medium">
              {matrix.rowLabel} {line[0]?.row}
            </th>
            {line.map(({ row, column, numbers }) => (
              <td key={column} className={`size-14 border border-line align-top ${tone(Number(row) * Number(column))}`}>
                <span className="block text-xs text-muted">{Number(row) * Number(column)}</span>
                <strong>{numbers.join(', ')}</strong>
              </td>
            ))}
          </tr>
        ))}
        <tr>
          <td />
          {matrix.cells[0]?.map(({ column }) => (
            <th key={column} scope="col" className="border border-line px-1 font-medium">
              {matrix.columnLabel} {column}
            </th>
          ))}
        </tr>
      </tbody>
    </table>
  )
}
