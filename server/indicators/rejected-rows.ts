import { and, eq, sql } from 'drizzle-orm'
import type { Db, Tx } from '#db/client.ts'
import { dataImport } from '#db/schema/data-import.ts'
import { NotFoundError } from '../errors.ts'
import type { Actor } from '../policies/actor.ts'
import { requireCan } from '../policies/require.ts'
import { readKeptFile } from './import/draft.ts'
import type { ProblemList } from './import/problem.ts'
import { REPEATED } from './import/repeated-rows.ts'
import { sheetOf, stageFile } from './import/stage-file.ts'
import { type Layout, layoutSchema } from './layout/layout.ts'
import { problemReason } from './problem-text.ts'
import { openTable } from './table/open-table.ts'
import type { Table } from './table/table.ts'

export interface RejectedRow {
  /** Line of the file, or row of the sheet. */
  line: number
  /** As the file writes them. */
  cells: string[]
  /** What is wrong, in Swedish. */
  reasons: string[]
}

export interface RejectedRows {
  /** The row above the rows, the names of their columns. */
  header: string[]
  rows: RejectedRow[]
  /** Faults that are not listed, since there are too many. */
  more: number
}

/** Faults, of a file of at most a million rows. */
const MAX_FAULTS = 100_000

interface KeptFile {
  id: string
  source: string
  size: number
  layout: Layout
  importedAt: Date
}

async function findKept(tx: Tx, { organisationId }: Actor, importId: string): Promise<KeptFile> {
  const [found] = await tx
    .select({
      id: dataImport.id,
      source: dataImport.source,
      size: sql<number>`length(${dataImport.file})`,
      layout: dataImport.layout,
      importedAt: dataImport.importedAt,
    })
    .from(dataImport)
    .where(and(sql`${dataImport.id}::text = ${importId}`, eq(dataImport.organisationId, organisationId)))
  if (!found?.layout || found.size === null) throw new NotFoundError(importId)
  return { ...found, layout: layoutSchema.parse(found.layout) }
}

/** By the lines that were left out. A row that another one repeats was, too. */
function reasonsByLine(problems: ProblemList): Map<number, string[]> {
  const reasons = new Map<number, string[]>()
  const say = (line: number, reason: string): void => {
    const said = reasons.get(line)
    if (said) said.push(reason)
    else reasons.set(line, [reason])
  }
  const repeated = new Set<number>()
  for (const problem of problems.errors) {
    say(problem.line, problemReason(problem))
    if (problem.code === 'duplicate-row') repeated.add(Number(problem.value))
  }
  for (const line of repeated) if (!reasons.has(line)) say(line, REPEATED)
  return reasons
}

async function pickRows(table: Table, layout: Layout, reasons: Map<number, string[]>): Promise<RejectedRow[]> {
  const rows: RejectedRow[] = []
  for await (const batch of table.readRows(sheetOf(table, layout)))
    for (const { line, cells } of batch) {
      const why = reasons.get(line)
      if (why) rows.push({ line, cells, reasons: why })
    }
  return rows
}

/**
 * The rows of an import's file that were left out of it, found by reading the kept file once more as it was read then.
 * @throws NotAllowedError
 * @throws NotFoundError also for an import that has no file, or is from before the way it was read was kept
 */
export async function readRejectedRows({ db }: { db: Db }, actor: Actor, importId: string): Promise<RejectedRows> {
  requireCan(actor, 'data.import', { organisationId: actor.organisationId })
  return db.transaction(async tx => {
    const { source, layout, importedAt, ...kept } = await findKept(tx, actor, importId)
    const table = await openTable(await readKeptFile(tx, dataImport, kept))
    const { problems, header } = await stageFile(tx, actor.organisationId, {
      table,
      layout,
      sourceId: source,
      candidates: [],
      asOf: importedAt,
      listed: MAX_FAULTS,
    })
    const reasons = reasonsByLine(problems)
    const more = problems.errorCount - problems.errors.length
    return { header, rows: reasons.size ? await pickRows(table, layout, reasons) : [], more }
  })
}
