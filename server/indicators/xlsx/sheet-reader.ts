import { NotATableError } from '../errors.ts'
import { isBlank, type TableRow } from '../table/table.ts'
import { numberText } from './cell-text.ts'
import { columnIndex } from './column-index.ts'
import type { NumberFormat } from './number-format.ts'
import type { XmlHandlers } from './parse-xml.ts'

export interface SheetContext {
  strings: string[]
  formats: NumberFormat[]
  calendar: 1900 | 1904
}

/** A table of figures is not wider; a sheet that is, is something else. */
const MAX_COLUMNS = 500
const MAX_TEXT = 32 * 1024

/** Collects the rows of a sheet from its XML (ECMA-376 part 1, 18.3.1). */
export class SheetReader implements XmlHandlers {
  readonly #context: SheetContext
  #rows: TableRow[] = []
  #row: TableRow & { numbers: Set<number> } = { line: 0, cells: [], numbers: new Set() }
  #column = -1
  #type = 'n'
  #style = 0
  #value = ''
  #formula = ''
  #reading: 'value' | 'formula' | 'phonetic' | null = null

  constructor(context: SheetContext) {
    this.#context = context
  }

  /** The rows that are complete, each given once. */
  take(): TableRow[] {
    const rows = this.#rows
    this.#rows = []
    return rows
  }

  open = (name: string, attributes: Record<string, string>): void => {
    if (name === 'row') {
      const line = attributes.r ? Number(attributes.r) : this.#row.line + 1
      const hidden = attributes.hidden === '1' || attributes.hidden === 'true'
      this.#row = { line, cells: [], numbers: new Set(), ...(hidden && { hidden }) }
      this.#column = -1
    } else if (name === 'c') this.#openCell(attributes)
    else if (name === 'v' || (name === 't' && this.#reading !== 'phonetic')) this.#reading = 'value'
    else if (name === 'f') this.#reading = 'formula'
    else if (name === 'rPh') this.#reading = 'phonetic'
  }

  text = (text: string): void => {
    if (this.#reading === 'value') this.#value += text
    else if (this.#reading === 'formula') this.#formula += text
    if (this.#value.length > MAX_TEXT) throw new NotATableError('too-much-inside')
  }

  close = (name: string): void => {
    if (name === 'v' || name === 'f' || name === 'rPh' || (name === 't' && this.#reading === 'value'))
      this.#reading = null
    else if (name === 'c') this.#closeCell()
    else if (name === 'row' && !isBlank(this.#row.cells)) this.#rows.push(this.#row)
  }

  #openCell({ r, t, s }: Record<string, string>): void {
    const letters = r ? /^[A-Z]{1,3}/.exec(r)?.[0] : undefined
    this.#column = letters ? columnIndex(letters) : this.#column + 1
    this.#type = t ?? 'n'
    this.#style = Number(s ?? 0)
    this.#value = ''
    this.#formula = ''
  }

  #closeCell(): void {
    const { text, isNumber } = this.#cellText()
    if (text === '') return
    if (this.#column >= MAX_COLUMNS) throw new NotATableError('too-wide')
    const { cells, numbers } = this.#row
    while (cells.length <= this.#column) cells.push('')
    cells[this.#column] = text
    if (isNumber) numbers.add(this.#column)
  }

  #cellText(): { text: string; isNumber: boolean } {
    const { strings, formats, calendar } = this.#context
    const value = this.#value
    const asText = (text: string) => ({ text, isNumber: false })
    // Nobody has calculated it yet: what it would be is not ours to guess.
    if (value === '' && this.#formula !== '' && this.#type !== 'str') return asText(`=${this.#formula}`)
    if (value === '') return asText('')
    if (this.#type === 's') {
      const text = strings[Number(value)]
      if (text === undefined) throw new NotATableError('broken-workbook')
      return asText(text)
    }
    if (this.#type === 'b') return asText(value === '1' ? 'ja' : 'nej')
    if (this.#type === 'd') return asText(value.replace(/T00:00(?::00(?:\.0+)?)?Z?$/, '').replace('T', ' '))
    if (this.#type !== 'n') return asText(value)
    return numberText(value, formats[this.#style] ?? 'number', calendar)
  }
}
