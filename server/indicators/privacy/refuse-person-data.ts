import { CsvSyntaxError, PersonDataError } from '../errors.ts'
import { remember } from '../import/remember.ts'
import { columnName } from '../layout/columns.ts'
import type { SheetInfo, Table, TableRow } from '../table/table.ts'
import { headerHint, isPhoneHeader, looksLikeName } from './person-name.ts'
import { personNumberIn } from './person-number.ts'

interface ColumnCount {
  header: string
  hint: ReturnType<typeof headerHint>
  isPhone: boolean
  filled: number
  numbers: number
  names: number
  /** Line of the first cell that looks like a number or a name of somebody. */
  firstNumber: number
  firstName: number
}

/** Titles and dates may stand above the header, so any of the first rows may be it. */
const HEADER_WITHIN = 15
/** Of a column's cells, when nothing else says that it is about people. */
const MOST = 0.6
const FEW_NAMES = 4
const WITH_HINT = 0.3

const isName = remember(looksLikeName)

/** Watches the columns of one sheet go by. */
class SheetWatch {
  readonly #columns: ColumnCount[] = []
  #rows = 0

  constructor(readonly sheet: string) {}

  add(row: TableRow): void {
    const isHead = this.#rows < HEADER_WITHIN
    this.#rows += 1
    for (let index = 0; index < row.cells.length; index += 1) {
      const cell = row.cells[index] as string
      if (cell !== '') this.#addCell(index, cell, row.line, isHead)
    }
  }

  #addCell(index: number, cell: string, line: number, isHead: boolean): void {
    let column = this.#columns[index]
    if (!column) {
      column = {
        header: '',
        hint: null,
        isPhone: false,
        filled: 0,
        numbers: 0,
        names: 0,
        firstNumber: 0,
        firstName: 0,
      }
      this.#columns[index] = column
    }
    if (isHead) {
      const name = columnName(cell)
      const hint = headerHint(name)
      if (hint || isPhoneHeader(name) || column.filled === 0) {
        if (!column.hint) column.header = cell.trim().slice(0, 60)
        column.hint = hint ?? column.hint
        column.isPhone ||= isPhoneHeader(name)
      }
    }
    column.filled += 1
    const number = personNumberIn(cell)
    if (number === 'certain') throw this.#error('person-number', line, column.header)
    if (number) {
      column.numbers += 1
      column.firstNumber ||= line
    } else if (isName(cell)) {
      column.names += 1
      column.firstName ||= line
    }
  }

  #error(kind: 'person-number' | 'name', line: number, column: string): PersonDataError {
    return new PersonDataError(kind, { sheet: this.sheet, line, column })
  }

  /** @throws PersonDataError */
  end(): void {
    for (const column of this.#columns) {
      if (!column) continue
      // The header is a filled cell too, and of no person.
      const cells = Math.max(1, column.filled - 1)
      if (column.numbers > 0 && !column.isPhone && column.numbers / cells >= MOST)
        throw this.#error('person-number', column.firstNumber, column.header)
      if (column.hint === 'always' && column.filled > 1)
        throw this.#error('name', column.firstName || column.firstNumber || 1, column.header)
      const enough = column.hint
        ? column.names / cells >= WITH_HINT
        : column.names >= FEW_NAMES && column.names / cells >= MOST
      if (column.names > 0 && enough) throw this.#error('name', column.firstName, column.header)
    }
  }
}

async function watchSheet(table: Table, { name }: SheetInfo): Promise<void> {
  const watch = new SheetWatch(name)
  try {
    for await (const rows of table.readRows(name)) for (const row of rows) watch.add(row)
  } catch (error) {
    // A broken row is told in the preview; what stands before it is watched.
    if (!(error instanceof CsvSyntaxError)) throw error
  }
  watch.end()
}

/** Bare digits count as in a sheet, among the texts beside them that have digits at all. */
async function watchHidden(table: Table): Promise<void> {
  const columns = new Map<string, { filled: number; numbers: number }>()
  const refuse = (): never => {
    throw new PersonDataError('person-number', { sheet: '', line: 0, column: '' })
  }
  for await (const { text, column } of table.readHiddenTexts?.() ?? []) {
    const number = personNumberIn(text)
    if (number === 'certain') refuse()
    if (column === null || !/\d/.test(text)) continue
    const count = columns.get(column) ?? { filled: 0, numbers: 0 }
    columns.set(column, count)
    count.filled += 1
    if (number) count.numbers += 1
  }
  for (const { filled, numbers } of columns.values()) if (numbers > 0 && numbers / filled >= MOST) refuse()
}

/**
 * Reads the whole file, hidden sheets and what pivot tables remember too, before anything of it is stored: figures are of groups, never of somebody.
 * @throws PersonDataError at the first person number, or at a column of such numbers or of names
 * @throws NotATableError
 */
export async function refusePersonData(table: Table): Promise<void> {
  for (const sheet of table.sheets) await watchSheet(table, sheet)
  await watchHidden(table)
}
