import { setImmediate as nextTurn } from 'node:timers/promises'
import { NotATableError } from '../errors.ts'
import type { Table, TableRow } from '../table/table.ts'
import { firstSheet } from '../table/table.ts'
import type { ZipEntry } from '../zip/directory.ts'
import { expand } from '../zip/expand.ts'
import { readHiddenTexts } from './hidden-texts.ts'
import { type MergedRange, readMerges } from './merged-cells.ts'
import { XmlReader } from './parse-xml.ts'
import { type SheetContext, SheetReader } from './sheet-reader.ts'
import { LIMITS, openWorkbook, readFormats, readStrings, type SheetPlace, type Workbook } from './workbook.ts'

/**
 * Gives every row of a cell that is merged downwards its text, as people read it, and says what is merged sideways: a
 * heading above several columns belongs to all of them, a footnote across the table does not.
 */
class MergeFiller {
  readonly #byTop: MergedRange[]
  #next = 0
  #open: (MergedRange & { text: string })[] = []

  constructor(merges: MergedRange[]) {
    this.#byTop = merges.toSorted((a, b) => a.top - b.top)
  }

  fill(row: TableRow): void {
    for (let range = this.#byTop[this.#next]; range && range.top <= row.line; range = this.#byTop[this.#next]) {
      this.#next += 1
      if (range.top === row.line) this.#open.push({ ...range, text: row.cells[range.left] ?? '' })
    }
    if (this.#open.length === 0) return
    this.#open = this.#open.filter(range => range.bottom >= row.line)
    for (const { left, right, top, text } of this.#open) {
      if (right > left) row.merged = [...(row.merged ?? []), { from: left, to: right }]
      if (row.line === top || text === '') continue
      while (row.cells.length <= left) row.cells.push('')
      row.cells[left] = text
    }
  }
}

async function* rowsOf(
  workbook: Workbook,
  sheet: SheetPlace,
  context: SheetContext,
  onShare: (share: number) => void,
): AsyncGenerator<TableRow[]> {
  let read = 0
  const merges = new MergeFiller(await readMerges(workbook, sheet))
  const rows = new SheetReader(context)
  const xml = new XmlReader(rows)
  for await (const chunk of expand(workbook.file, sheet.entry, LIMITS.sheet)) {
    xml.write(chunk)
    read += chunk.length
    onShare(Math.min(1, read / sheet.entry.size))
    const batch = rows.take()
    for (const row of batch) merges.fill(row)
    if (batch.length) yield batch
    await nextTurn()
  }
  xml.end()
}

/**
 * A workbook of Excel or LibreOffice (.xlsx, .xlsm): the values that its cells show. Formulas are not calculated; what
 * Excel stored for them is read.
 * @throws NotATableError
 */
export async function readWorkbook(file: Uint8Array, entries: Map<string, ZipEntry>): Promise<Table> {
  const workbook = await openWorkbook(file, entries)
  let context: Promise<SheetContext> | null = null
  const readContext = async (): Promise<SheetContext> => ({
    strings: await readStrings(workbook),
    formats: await readFormats(workbook),
    calendar: workbook.calendar,
  })
  const table: Table = {
    kind: 'workbook',
    sheets: workbook.sheets.map(({ name, hidden }) => ({ name, hidden })),
    macros: workbook.macros,
    async *readHiddenTexts() {
      context ??= readContext()
      // A text of a cell that was deleted stays in the list.
      for (const text of (await context).strings) yield { text, column: null }
      yield* readHiddenTexts(file, entries)
    },
    async *readRows(name, onShare = () => {}) {
      const wanted = name ?? firstSheet(table)
      const sheet = workbook.sheets.find(one => one.name === wanted)
      if (!sheet) throw new NotATableError('no-such-sheet')
      context ??= readContext()
      yield* rowsOf(workbook, sheet, await context, onShare)
    },
  }
  return table
}
