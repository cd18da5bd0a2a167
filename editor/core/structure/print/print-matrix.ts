import type { DocumentNode } from '../../document-node.ts'
import type { RowTable } from '../structured-section.ts'
import { type CellTone, headCell, strongLine, table, tonedCell } from './nodes.ts'
import { sv } from './sv.ts'

const STEPS = ['1', '2', '3', '4']

/** Customary steps of a riskvärde from 1 to 16: from 9 control, from 12 action at once. */
export const riskTone = (value: number): CellTone => (value >= 12 ? 'high' : value >= 9 ? 'raised' : 'low')

export interface Matrix {
  rowLabel: string
  columnLabel: string
  /** Highest first, as on the wall: [rows 4 to 1][columns 1 to 4] → numbers of the list's rows, from 1. */
  cells: { row: string; column: string; numbers: number[] }[][]
}

/** Where the rows of a list lie on its matrix; null for lists without one. A row that lacks a value lies nowhere. */
export function matrixOf({ kind, rows }: RowTable): Matrix | null {
  const { matrix } = kind
  if (!matrix) return null
  const label = (key: string): string => kind.fields.find(field => field.key === key)?.label ?? key
  const numbers = (row: string, column: string): number[] =>
    rows.flatMap(({ values }, index) =>
      values[matrix.rows] === row && values[matrix.columns] === column ? [index + 1] : [],
    )
  return {
    rowLabel: label(matrix.rows),
    columnLabel: label(matrix.columns),
    cells: STEPS.toReversed().map(row => STEPS.map(column => ({ row, column, numbers: numbers(row, column) }))),
  }
}

export function printMatrix(list: RowTable): DocumentNode[] {
  const matrix = matrixOf(list)
  if (!matrix || !list.rows.length) return []
  const { rowLabel, columnLabel, cells } = matrix
  return [
    strongLine(sv.matrix(rowLabel, columnLabel)),
    table([
      [headCell(sv.corner(rowLabel, columnLabel)), ...STEPS.map(headCell)],
      ...cells.map(line => [
        headCell(line[0]?.row ?? ''),
        ...line.map(({ row, column, numbers }) => {
          const value = Number(row) * Number(column)
          const tone = riskTone(value)
          return tonedCell(`${sv.product(value, tone)}\n${sv.inCell(numbers)}`, tone)
        }),
      ]),
    ]),
  ]
}
