import type { Tx } from '#db/client.ts'
import { DecimalSigns } from '../csv/decimal-signs.ts'
import { detectFormat, readRows } from '../csv/read-rows.ts'
import { CsvSyntaxError } from '../errors.ts'
import { findSource, sourceIds, sources } from '../sources/index.ts'
import { type ColumnPlan, looksLike, planColumns } from './columns.ts'
import { type InterpretedRow, interpretRow } from './interpret-row.ts'
import { ProblemList } from './problem.ts'
import { type CellReader, ShareRange } from './read-value.ts'
import { createStaging, findDuplicates, stageRows } from './staging.ts'

export interface StagedFile {
  problems: ProblemList
  /** Rows below the header, wrong ones included. */
  rowCount: number
}

/**
 * Reads the whole file into the staging tables of the transaction.
 * @throws NotCsvError
 * @throws UnknownSourceError
 */
export async function stageFile(tx: Tx, sourceId: string, bytes: Uint8Array): Promise<StagedFile> {
  const source = findSource(sourceId)
  const format = detectFormat(bytes)
  const problems = new ProblemList()
  const reader: CellReader = { problems, signs: new DecimalSigns(), shares: new ShareRange() }
  if (format.encoding === 'windows-1252') problems.notice('encoding-windows-1252', 1)
  await createStaging(tx)
  let header = true
  let plan: ColumnPlan | null = null
  let rowCount = 0
  try {
    for await (const batch of readRows(bytes, format)) {
      const rows: InterpretedRow[] = []
      for (const row of batch) {
        if (header) {
          header = false
          plan = planColumns(row, source, problems, new Date().getFullYear())
          const other = plan ? undefined : sourceIds.find(id => looksLike(row, sources[id]))
          if (other) problems.notice('other-source', row.line, '', other)
          continue
        }
        rowCount += 1
        const interpreted = plan && interpretRow(row, plan, sourceId, source, reader)
        if (interpreted) rows.push(interpreted)
      }
      // Rows of a header that says too little mean nothing, and need not be read.
      if (!plan) return { problems, rowCount }
      await stageRows(tx, rows)
    }
  } catch (error) {
    if (!(error instanceof CsvSyntaxError)) throw error
    problems.error(error.code, error.line)
  }
  if (rowCount === 0 && problems.errorCount === 0) problems.error('no-rows', 1)
  const { deviating } = reader.signs
  problems.addLate(
    deviating.first.map(place => ({ ...place, code: 'mixed-decimals' })),
    deviating.count,
  )
  const duplicates = await findDuplicates(tx)
  problems.addLate(duplicates.errors, duplicates.count)
  if (reader.shares.looksLikeFractions) problems.notice('looks-like-fractions', 1)
  return { problems, rowCount }
}
