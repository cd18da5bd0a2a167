import type { Encoding } from '../csv/encoding.ts'

/** A row of a file of any kind, as text. */
export interface TableRow {
  /** Line of the file, or row of the sheet, where it begins, from 1. */
  line: number
  cells: string[]
  /** Columns where a spreadsheet holds a number. Their text has a decimal point, whatever the people of the sheet write. */
  numbers?: Set<number>
  /** A spreadsheet does not show it: a filter, or somebody, has hidden it. */
  hidden?: true
  /** Cells that are one across columns `from` to `to`; only the first one has the text. */
  merged?: { from: number; to: number }[]
}

export interface SheetInfo {
  name: string
  hidden: boolean
}

export interface HiddenText {
  text: string
  /** Texts that belong together, as those of a column of a sheet do; null where nothing says so. */
  column: string | null
}

/** A file that can be read as rows of cells: separated text, or a workbook of sheets. */
export interface Table {
  kind: 'text' | 'workbook'
  /** Of separated text. */
  encoding?: Encoding
  /** Sheets in their order; one without a name for separated text. */
  sheets: SheetInfo[]
  /** The workbook has macros. They are never run or read. */
  macros: boolean
  /**
   * Texts that a workbook keeps outside the cells of its sheets: what pivot tables, charts and links remember, comments,
   * names, deleted cells.
   */
  readHiddenTexts?(): AsyncGenerator<HiddenText>
  /**
   * Rows of a sheet in batches, giving the event loop a turn after each. Rows with only empty cells are left out.
   * @param sheet without it, the first one that is not hidden
   * @param onShare told how much of it is read, 0 to 1
   * @throws CsvSyntaxError after the rows before the broken one
   * @throws NotATableError when a workbook turns out to be broken or to hold more than it should
   */
  readRows(sheet?: string | null, onShare?: (share: number) => void): AsyncGenerator<TableRow[]>
}

export const isBlank = (cells: string[]): boolean => cells.every(cell => cell.trim() === '')

/** The sheet that is read where nobody has chosen one. */
export const firstSheet = ({ sheets }: Table): string | null =>
  (sheets.find(sheet => !sheet.hidden) ?? sheets[0])?.name ?? null
