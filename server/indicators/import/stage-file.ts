import type { Tx } from '#db/client.ts'
import { DecimalSigns } from '../csv/decimal-signs.ts'
import { CsvSyntaxError } from '../errors.ts'
import { HEADER_WITHIN } from '../layout/columns.ts'
import { findHeader } from '../layout/find-header.ts'
import type { Layout } from '../layout/layout.ts'
import { planColumns } from '../layout/plan-columns.ts'
import { type FileSource, recognise } from '../layout/recognise.ts'
import { firstSheet, type Table, type TableRow } from '../table/table.ts'
import { type InterpretedRow, interpretRow, type Reading } from './interpret-row.ts'
import { hasAllCells, isDataRow } from './pick-rows.ts'
import { ProblemList } from './problem.ts'
import type { OnProgress } from './progress.ts'
import { type CellReader, ShareRange } from './read-value.ts'
import { RowSender } from './stage-rows.ts'
import { compareStaged, createStaging, findDuplicates, stageColumns } from './staging.ts'

export interface StagedFile {
  problems: ProblemList
  /** Rows below the header, wrong ones included; 0 where the header is wrong, since the rows mean nothing then. */
  rowCount: number
  /** The names of its columns, as the file writes them; empty where there is no header. */
  header: string[]
}

export interface FileToStage {
  table: Table
  sourceId: string
  layout: Layout
  /** Sources that the file may be of instead. */
  candidates: FileSource[]
  /** The day that it is read; without it, today. */
  asOf?: Date
  /** How many errors are listed; without it, the first 200. */
  listed?: number
}

/** The sheet that the layout means; where the file has no sheet of that name, the first one that is not hidden. */
export const sheetOf = (table: Table, layout: Layout): string | null =>
  table.sheets.find(sheet => sheet.name === layout.sheet)?.name ?? firstSheet(table)

function tellOfFile({ table, layout }: FileToStage, problems: ProblemList): void {
  if (table.encoding === 'windows-1252') problems.notice('encoding-windows-1252', 1)
  if (table.macros) problems.notice('macros', 1)
  const sheet = sheetOf(table, layout)
  const shown = table.sheets.filter(one => !one.hidden)
  if (shown.length > 1) problems.notice('one-of-several-sheets', 1, '', sheet ?? '')
  for (const { name, hidden } of table.sheets) if (hidden) problems.notice('hidden-sheet', 1, name, name)
}

/** So that the database spends its time on rows rather than on statements. */
const ROWS_PER_STATEMENT = 4000

/** Stages rows while the next ones are read. */
class RowStager {
  #pending: Promise<void> = Promise.resolve()
  #staged: InterpretedRow[] = []
  rowCount = 0

  readonly #sender: RowSender

  constructor(
    tx: Tx,
    readonly reading: Reading,
  ) {
    this.#sender = new RowSender(tx)
  }

  async add(batch: TableRow[]): Promise<void> {
    const { layout, plan, reader } = this.reading
    for (const row of batch) {
      const isWhole = hasAllCells(row, plan, reader.problems)
      if (isWhole && !isDataRow(row, layout, plan, reader.problems)) continue
      if (row.hidden) reader.problems.notice('hidden-row', row.line)
      this.rowCount += 1
      const read = isWhole ? interpretRow(row, this.reading) : null
      if (read) this.#staged.push(read)
    }
    if (this.#staged.length >= ROWS_PER_STATEMENT) await this.#send()
  }

  async #send(): Promise<void> {
    await this.#pending
    this.#pending = this.#sender.send(this.#staged)
    this.#pending.catch(() => {})
    this.#staged = []
  }

  async end(): Promise<void> {
    await this.#send()
    await this.#pending
  }
}

async function readHeader(
  head: TableRow[],
  file: FileToStage,
  reader: CellReader,
): Promise<{ reading: Reading; names: string[] } | null> {
  const { layout, sourceId, table, candidates, asOf = new Date() } = file
  const { problems } = reader
  const header = findHeader(head, layout)
  if (!header) {
    problems.error('no-header', 1)
    return null
  }
  const currentYear = asOf.getFullYear()
  const plan = planColumns(header, layout, problems, currentYear)
  if (!plan) {
    const other = await recognise(table, candidates)
    if (other && other.id !== sourceId) problems.notice('other-source', header.line, '', other.name)
    return null
  }
  head.splice(0, header.start + header.count)
  const names = Array.from(
    { length: plan.width },
    (_, index) => header.columns.find(one => one.index === index)?.header ?? '',
  )
  return { reading: { sourceId, layout, plan, currentYear, reader }, names }
}

async function stageAllRows(
  tx: Tx,
  file: FileToStage,
  reader: CellReader,
  onProgress: OnProgress,
): Promise<Omit<StagedFile, 'problems'>> {
  const { table, layout } = file
  let share = 0
  const rows = table.readRows(sheetOf(table, layout), read => {
    share = read
  })
  const head: TableRow[] = []
  let stager: RowStager | null = null
  let header: string[] = []
  const start = async (): Promise<boolean> => {
    const found = await readHeader(head, file, reader)
    if (!found) return false
    header = found.names
    await stageColumns(tx, found.reading.plan)
    stager = new RowStager(tx, found.reading)
    await stager.add(head)
    return true
  }
  try {
    for await (const batch of rows) {
      if (stager) await (stager as RowStager).add(batch)
      else {
        head.push(...batch)
        if (head.length > HEADER_WITHIN + layout.headerRows && !(await start())) return { rowCount: 0, header }
      }
      onProgress({ phase: 'reading', rows: (stager as RowStager | null)?.rowCount ?? 0, share })
    }
    if (!stager && head.length === 0) reader.problems.error('no-header', 1)
    if (!stager && head.length > 0 && !(await start())) return { rowCount: 0, header }
  } catch (error) {
    if (!(error instanceof CsvSyntaxError)) throw error
    if (!stager && head.length > 0) await start()
    reader.problems.error(error.code, error.line)
  }
  await (stager as RowStager | null)?.end()
  return { rowCount: (stager as RowStager | null)?.rowCount ?? 0, header }
}

/**
 * Reads the whole file into the staging tables of the transaction, and compares it with what is stored.
 * @throws NotATableError
 */
export async function stageFile(
  tx: Tx,
  organisationId: string,
  file: FileToStage,
  onProgress: OnProgress = () => {},
): Promise<StagedFile> {
  const problems = new ProblemList(file.listed)
  const reader: CellReader = { problems, signs: new DecimalSigns(), shares: new ShareRange() }
  tellOfFile(file, problems)
  await createStaging(tx)
  const { rowCount, header } = await stageAllRows(tx, file, reader, onProgress)
  if (rowCount === 0 && problems.errorCount === 0) problems.error('no-rows', 1)
  onProgress({ phase: 'comparing', rows: rowCount, share: 1 })
  const { first, count } = reader.signs.deviating
  problems.addLate(
    first.map(place => ({ ...place, code: 'mixed-decimals' as const })),
    count,
    'file',
  )
  await compareStaged(tx, organisationId)
  const duplicates = await findDuplicates(tx, problems.listed)
  problems.addLate(duplicates.errors, duplicates.count, 'rows')
  if (reader.shares.looksLikeFractions) problems.notice('looks-like-fractions', 1)
  return { problems, rowCount, header }
}
