import { CsvSyntaxError } from '../errors.ts'
import { firstSheet, type Table, type TableRow } from '../table/table.ts'
import { HEADER_WITHIN, headerAt } from './columns.ts'
import { matchHeader } from './find-header.ts'
import type { Layout } from './layout.ts'

/** A source of files: one of the product, or of the organisation. */
export interface FileSource {
  id: string
  name: string
  layout: Layout
  /** The organisation has said how its files are read. */
  own: boolean
}

/** Rows that hold the header, and some below it; where a row is broken, those before it. */
export async function headOf(table: Table, sheet: string | null, atLeast = HEADER_WITHIN + 8): Promise<TableRow[]> {
  const rows: TableRow[] = []
  try {
    for await (const batch of table.readRows(sheet)) {
      rows.push(...batch.slice(0, atLeast - rows.length))
      if (rows.length >= atLeast) break
    }
  } catch (error) {
    // The preview tells of it, with its line.
    if (!(error instanceof CsvSyntaxError)) throw error
  }
  return rows
}

function score(rows: TableRow[], layout: Layout): number {
  let best = 0
  for (let start = 0; start <= Math.min(rows.length - layout.headerRows, HEADER_WITHIN); start += 1) {
    const columns = headerAt(rows, start, layout.headerRows)
    const points = matchHeader(columns, layout)
    // Of two that match, the one that knows more of the file's columns.
    if (points !== null) best = Math.max(best, points / columns.length)
  }
  return best
}

/** Least share of a file's columns that a source must know for the file to be taken as its. */
const SURE = 0.5

/** The source that a file is of, by its headers; null where none fits, or two fit as well. */
export async function recognise(table: Table, candidates: FileSource[]): Promise<FileSource | null> {
  const heads = new Map<string | null, TableRow[]>()
  const scored: { source: FileSource; points: number }[] = []
  for (const source of candidates) {
    const named = table.sheets.find(sheet => sheet.name === source.layout.sheet)?.name
    const sheet = named ?? firstSheet(table)
    if (!heads.has(sheet)) heads.set(sheet, await headOf(table, sheet))
    scored.push({ source, points: score(heads.get(sheet) ?? [], source.layout) })
  }
  const [best, second] = scored.filter(one => one.points >= SURE).sort((a, b) => b.points - a.points)
  return best && best.points > (second?.points ?? 0) ? best.source : null
}
