import type { Tx } from '#db/client.ts'
import { DecimalSigns } from '../csv/decimal-signs.ts'
import { detectFormat, readRows } from '../csv/read-rows.ts'
import type { CsvRow } from '../csv/row-splitter.ts'
import { CsvSyntaxError } from '../errors.ts'
import { findSource, sourceIds, sources } from '../sources/index.ts'
import { type ColumnPlan, looksLike, planColumns } from './columns.ts'
import { interpretRow } from './interpret-row.ts'
import { ProblemList } from './problem.ts'
import { type CellReader, ShareRange } from './read-value.ts'
import { createStaging, findDuplicates, stageColumns, stageRows } from './staging.ts'

export interface StagedFile {
  problems: ProblemList
  /** Rows below the header, wrong ones included; 0 where the header is wrong, since the rows mean nothing then. */
  rowCount: number
}

async function stageAllRows(tx: Tx, sourceId: string, bytes: Uint8Array, reader: CellReader): Promise<number> {
  const source = findSource(sourceId)
  const readHeader = async (header: CsvRow): Promise<ColumnPlan | null> => {
    const plan = planColumns(header, source, reader.problems, new Date().getFullYear())
    const other = plan ? undefined : sourceIds.find(id => looksLike(header, sources[id]))
    if (other) reader.problems.notice('other-source', header.line, '', other)
    if (plan) await stageColumns(tx, plan)
    return plan
  }
  let plan: ColumnPlan | null = null
  let rowCount = 0
  let staging = Promise.resolve()
  try {
    for await (const batch of readRows(bytes, detectFormat(bytes))) {
      const header = plan ? undefined : batch.shift()
      if (header) plan = await readHeader(header)
      if (!plan) break
      const columns = plan
      rowCount += batch.length
      const rows = batch.flatMap(row => interpretRow(row, columns, sourceId, source, reader) ?? [])
      // The database takes in a batch while the next one is read.
      await staging
      staging = stageRows(tx, rows)
      staging.catch(() => {})
    }
  } catch (error) {
    if (!(error instanceof CsvSyntaxError)) throw error
    reader.problems.error(error.code, error.line)
  }
  await staging
  return rowCount
}

/**
 * Reads the whole file into the staging tables of the transaction.
 * @throws NotCsvError
 * @throws UnknownSourceError
 */
export async function stageFile(tx: Tx, sourceId: string, bytes: Uint8Array): Promise<StagedFile> {
  const problems = new ProblemList()
  const reader: CellReader = { problems, signs: new DecimalSigns(), shares: new ShareRange() }
  if (detectFormat(bytes).encoding === 'windows-1252') problems.notice('encoding-windows-1252', 1)
  await createStaging(tx)
  const rowCount = await stageAllRows(tx, sourceId, bytes, reader)
  if (rowCount === 0 && problems.errorCount === 0) problems.error('no-rows', 1)
  const { first, count } = reader.signs.deviating
  problems.addLate(
    first.map(place => ({ ...place, code: 'mixed-decimals' })),
    count,
  )
  const duplicates = await findDuplicates(tx)
  problems.addLate(duplicates.errors, duplicates.count)
  if (reader.shares.looksLikeFractions) problems.notice('looks-like-fractions', 1)
  return { problems, rowCount }
}
