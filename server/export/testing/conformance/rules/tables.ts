import { PdfString, textOf } from '../../../../signing/verify/pdf/pdf-value.ts'
import { named } from '../plant/write-value.ts'
import type { PdfFile } from '../read/pdf-file.ts'
import { attributesOf, type Element } from '../read/structure.ts'
import { when } from '../read/values.ts'
import type { Rule } from '../rule.ts'

interface Cell {
  element: Element
  row: number
  column: number
  rows: number
  columns: number
  scope: string | null
}

interface Grid {
  table: Element
  cells: Cell[]
  /** Cells that lie upon each other, reach out of the table, or leave a hole. */
  faults: string[]
}

const rowsOf = (element: Element): Element[] =>
  element.elements.flatMap(kid => (kid.role === 'TR' ? [kid] : /^T(Head|Body|Foot)$/.test(kid.role) ? rowsOf(kid) : []))

function gridOf(file: PdfFile, table: Element): Grid {
  const rows = rowsOf(table)
  const taken = new Set<string>()
  const cells: Cell[] = []
  const faults: string[] = []
  for (const [row, line] of rows.entries()) {
    let column = 0
    for (const element of line.elements.filter(({ role }) => /^T[HD]$/.test(role))) {
      while (taken.has(`${row} ${column}`)) column++
      const attributes = attributesOf(file, element, 'Table')
      const span = (key: string): number => file.number(attributes.get(key)) ?? 1
      const cell = {
        element,
        row,
        column,
        rows: span('RowSpan'),
        columns: span('ColSpan'),
        scope: file.name(attributes.get('Scope')),
      }
      cells.push(cell)
      for (let y = row; y < row + cell.rows; y++)
        for (let x = column; x < column + cell.columns; x++) {
          if (y >= rows.length || taken.has(`${y} ${x}`)) faults.push(`${element.role} ${element.num}`)
          taken.add(`${y} ${x}`)
        }
    }
  }
  const width = Math.max(0, ...cells.map(({ column, columns }) => column + columns))
  if (taken.size !== width * rows.length) faults.push(`Table ${table.num}`)
  return { table, cells, faults }
}

const grids = (file: PdfFile): Grid[] =>
  file.structure.elements.filter(({ role }) => role === 'Table').map(table => gridOf(file, table))

const meets = (from: number, count: number, other: number, otherCount: number): boolean =>
  from < other + otherCount && other < from + count

/** Whether a header above the cell or beside it is for it. */
function hasHeader({ cells }: Grid, cell: Cell): boolean {
  return cells.some(
    ({ element, scope, row, column, rows, columns }) =>
      element.role === 'TH' &&
      ((/^(Column|Both)$/.test(scope ?? '') && row < cell.row && meets(column, columns, cell.column, cell.columns)) ||
        (/^(Row|Both)$/.test(scope ?? '') && column < cell.column && meets(row, rows, cell.row, cell.rows))),
  )
}

export const tables: Rule[] = [
  {
    clauses: ['UA 7.2-15', 'UA 7.2-41', 'UA 7.2-42', 'UA 7.2-43'],
    demands: 'The cells of a table fill a grid, with their spans: no overlap, no hole, nothing outside.',
    find: file => grids(file).flatMap(({ faults }) => faults),
    fault: draft => {
      const spanning = draft.file.structure.elements.find(one => attributesOf(draft.file, one, 'Table').has('RowSpan'))
      draft.dict(spanning?.num ?? -1).delete('A')
    },
  },
  {
    clauses: ['UA 7.5-1', 'M 15-003'],
    demands: 'A header says what it is for: its column, its row, or both.',
    find: file =>
      grids(file).flatMap(({ cells }) =>
        cells.flatMap(({ element, scope }) =>
          when(element.role === 'TH' && !/^(Row|Column|Both)$/.test(scope ?? ''), `TH ${element.num}`),
        ),
      ),
    fault: draft => draft.element('TH').delete('A'),
  },
  {
    clauses: ['UA 7.5-2'],
    demands: 'Headers that a cell names are in its table.',
    find: file =>
      grids(file).flatMap(({ cells }) => {
        const ids = new Set(cells.map(({ element }) => textOf(element.dict.get('ID'))))
        return cells.flatMap(({ element }) =>
          file
            .list(attributesOf(file, element, 'Table').get('Headers'))
            .flatMap(id => when(!(id instanceof PdfString) || !ids.has(textOf(id)), `${element.role} ${element.num}`)),
        )
      }),
    fault: draft =>
      draft.element('TD').set(
        'A',
        new Map<string, never>([
          ['O', named('Table') as never],
          ['Headers', [new PdfString(Buffer.from('nobody'), 0, 0, false)] as never],
        ]),
      ),
  },
  {
    clauses: ['M 15'],
    demands: 'Every cell with a value has a header above it or beside it.',
    find: file =>
      grids(file).flatMap(grid =>
        grid.cells.flatMap(cell => {
          const isEmpty = cell.element.elements.length + cell.element.sequences.length === 0
          return when(cell.element.role === 'TD' && !isEmpty && !hasHeader(grid, cell), `TD ${cell.element.num}`)
        }),
      ),
    fault: draft => {
      const [grid] = grids(draft.file)
      for (const { element } of grid?.cells ?? [])
        if (element.role === 'TH') draft.dict(element.num).set('S', named('TD'))
    },
  },
]
