import { type Matrix, matrixOf, riskTone } from '../../core/structure/print/print-matrix.ts'
import { sv as printed } from '../../core/structure/print/sv.ts'
import type { RowTable } from '../../core/structure/structured-section.ts'

const TONES = { low: 'bg-good-soft', raised: 'bg-warn-soft font-semibold', high: 'bg-bad-soft font-bold' }

function Cell({ row, column, numbers }: Matrix['cells'][number][number]) {
  const value = Number(row) * Number(column)
  const tone = riskTone(value)
  return (
    <td className={`h-13 w-20 border border-line align-top ${TONES[tone]}`}>
      <span className="block text-xs text-muted">{printed.product(value, tone)}</span>
      {numbers.length > 0 && <span className="font-bold">{printed.inCell(numbers)}</span>}
    </td>
  )
}

/** Where the listed risks lie; each is named by its number in the list, below the product of the steps. */
export function RiskMatrix({ list }: { list: RowTable }) {
  const matrix = matrixOf(list)
  if (!matrix || !list.rows.length) return null
  const { rowLabel, columnLabel, cells } = matrix
  return (
    <table className="mt-4 border-collapse text-center text-sm">
      <caption className="mb-1 text-left font-semibold">{printed.matrix(rowLabel, columnLabel)}</caption>
      <tbody>
        {cells.map((line, index) => (
          <tr key={line[0]?.row}>
            {index === 0 && (
              <td aria-hidden rowSpan={cells.length} className="rotate-180 px-1 text-muted [writing-mode:vertical-rl]">
                {rowLabel}
              </td>
            )}
            <th scope="row" className="px-2 font-medium">
              <span className="sr-only">{rowLabel} </span>
              {line[0]?.row}
            </th>
            {line.map(cell => (
              <Cell key={cell.column} {...cell} />
            ))}
          </tr>
        ))}
        <tr>
          <td colSpan={2} />
          {cells[0]?.map(({ column }) => (
            <th key={column} scope="col" className="py-1 font-medium">
              <span className="sr-only">{columnLabel} </span>
              {column}
            </th>
          ))}
        </tr>
        <tr aria-hidden>
          <td colSpan={2} />
          <td colSpan={cells.length} className="text-muted">
            {columnLabel}
          </td>
        </tr>
      </tbody>
    </table>
  )
}
