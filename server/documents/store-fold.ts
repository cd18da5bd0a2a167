import { and, asc, eq, getTableColumns, inArray, isNull, lt, ne, sql } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { reportDocument, reportUpdate, reportVersion, sectionText } from '#db/schema/document.ts'
import { figureUse } from '#db/schema/figure-use.ts'
import { report, reportSection } from '#db/schema/report.ts'
import { EDITOR_VERSION } from '#editor/core/editor-version.ts'
import { checkpointsDue } from '../history/checkpoints-due.ts'
import { DocumentMissingError, DocumentNewerError } from './errors.ts'
import type { FoldInput, FoldOutput, ProjectedSection } from './jobs.ts'

/** The transaction that wrote the row: another one after every fold, and costs nothing to ask for. */
const VERSION = sql<string>`${reportDocument}.xmin::text`

export interface Unfolded extends FoldInput {
  seq: number
  stateVector: Uint8Array
  version: string
}

/**
 * Reads what a fold needs and locks the document until the transaction ends.
 * @throws DocumentMissingError, DocumentNewerError
 */
export async function readForFold(tx: Tx, reportId: string): Promise<Unfolded> {
  // New rows in section_text lock the report for their foreign key. Taken here, before the document, the order is that
  // of lock-report, so the two cannot wait for each other.
  await tx.select({ id: report.id }).from(report).where(eq(report.id, reportId)).for('key share')
  const [stored] = await tx
    .select({ ...getTableColumns(reportDocument), version: VERSION })
    .from(reportDocument)
    .where(eq(reportDocument.reportId, reportId))
    .for('update')
  if (!stored) throw new DocumentMissingError(reportId)
  if (stored.editorVersion > EDITOR_VERSION) throw new DocumentNewerError(reportId, stored.editorVersion)
  const updates = await tx
    .select({ seq: reportUpdate.seq, data: reportUpdate.data, updates: reportUpdate.updates })
    .from(reportUpdate)
    .where(and(eq(reportUpdate.reportId, reportId), isNull(reportUpdate.foldedAt)))
    .orderBy(asc(reportUpdate.seq))
  const sections = await tx
    .select({ id: reportSection.id, projected: sectionText.sectionId })
    .from(reportSection)
    .leftJoin(sectionText, eq(sectionText.sectionId, reportSection.id))
    .where(eq(reportSection.reportId, reportId))
  return {
    state: stored.state,
    stateVector: stored.stateVector,
    seq: stored.seq,
    version: stored.version,
    editorVersion: { from: stored.editorVersion, to: EDITOR_VERSION },
    updates,
    sectionIds: sections.map(section => section.id),
    alwaysProject: sections.filter(section => section.projected === null).map(section => section.id),
    keep: await checkpointsDue(
      tx,
      reportId,
      updates.reduce((sum, row) => sum + row.updates, 0),
    ),
  }
}

/** Stores what the fold made of exactly those rows: rows that others committed meanwhile stay unfolded. */
export async function storeFold(
  tx: Tx,
  reportId: string,
  input: Unfolded,
  output: FoldOutput,
): Promise<{ seq: number; version: string }> {
  const seqs = input.updates.map(update => update.seq)
  const seq = seqs.reduce((highest, one) => Math.max(highest, one), input.seq)
  const { from, to } = input.editorVersion
  let { version } = input
  if (seqs.length > 0 || from < to) {
    const [stored] = await tx
      .update(reportDocument)
      .set({ state: output.state, stateVector: output.stateVector, seq, editorVersion: to })
      .where(eq(reportDocument.reportId, reportId))
      .returning({ version: VERSION })
    version = stored?.version ?? version
  }
  if (seqs.length > 0) {
    await tx
      .update(reportUpdate)
      .set({ foldedAt: sql`now()` })
      .where(
        and(eq(reportUpdate.reportId, reportId), sql`${reportUpdate.seq} = any(${`{${seqs.join(',')}}`}::bigint[])`),
      )
  }
  await storeVersions(tx, reportId, seq, input, output)
  await storeSections(tx, reportId, seq, output.sections)
  return { seq, version }
}

async function storeVersions(
  tx: Tx,
  reportId: string,
  seq: number,
  { seq: seqBefore, editorVersion: { from, to } }: Unfolded,
  { kept: { before, after }, beforeMigration }: Pick<FoldOutput, 'kept' | 'beforeMigration'>,
): Promise<void> {
  const checkpoint = { reportId, kind: 'checkpoint' as const }
  if (before) {
    // The seed is as old as the report; of a report from before there were versions, nothing earlier is known.
    const at = seqBefore === 0 ? sql`(select created_at from report where id = ${reportId})` : sql`now()`
    await tx.insert(reportVersion).values({ ...checkpoint, seq: seqBefore, state: before, editorVersion: from, at })
  }
  if (beforeMigration) {
    await tx
      .insert(reportVersion)
      .values({ reportId, seq, kind: 'migrated', state: beforeMigration, editorVersion: from })
  }
  // Of versions at one position the last holds, so it must be later than the one from before its migration.
  const at = sql`clock_timestamp()`
  if (after) await tx.insert(reportVersion).values({ ...checkpoint, seq, state: after, editorVersion: to, at })
}

/** Brings the projection to a position of the log. */
export async function storeSections(
  tx: Tx,
  reportId: string,
  seq: number,
  sections: ProjectedSection[],
): Promise<void> {
  if (sections.length > 0) {
    await tx
      .insert(sectionText)
      .values(
        sections.map(({ id, content, plainText }) => ({
          reportId,
          sectionId: id,
          seq,
          content: sql`${content}::text::jsonb`,
          plainText,
        })),
      )
      .onConflictDoUpdate({
        target: [sectionText.reportId, sectionText.sectionId],
        set: { seq, content: sql`excluded.content`, plainText: sql`excluded.plain_text` },
      })
  }
  await storeUses(tx, reportId, sections)
  // The untouched sections show this position too; their text is not written again.
  await tx
    .update(sectionText)
    .set({ seq })
    .where(and(eq(sectionText.reportId, reportId), ne(sectionText.seq, seq)))
}

/** Which figures these sections show now. */
async function storeUses(tx: Tx, reportId: string, sections: ProjectedSection[]): Promise<void> {
  if (sections.length === 0) return
  await tx.delete(figureUse).where(
    inArray(
      figureUse.sectionId,
      sections.map(({ id }) => id),
    ),
  )
  const uses = sections.flatMap(({ id: sectionId, figures }) =>
    figures.map(({ indicatorId, kind, period, gender }) => ({
      reportId,
      sectionId,
      indicatorId,
      kind,
      period,
      gender,
    })),
  )
  // PostgreSQL takes 65,535 parameters.
  for (let from = 0; from < uses.length; from += 5000) await tx.insert(figureUse).values(uses.slice(from, from + 5000))
}

/** Reports with rows that are not folded, or a document that was stored by an earlier version. */
export async function reportsBehind(tx: Tx): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ reportId: reportUpdate.reportId })
    .from(reportUpdate)
    .where(
      and(isNull(reportUpdate.foldedAt), inArray(reportUpdate.reportId, tx.select({ id: report.id }).from(report))),
    )
  // Read by pages, checks and exports too, so none waits for somebody to open it.
  const outdated = await tx
    .select({ reportId: reportDocument.reportId })
    .from(reportDocument)
    .where(lt(reportDocument.editorVersion, EDITOR_VERSION))
  return [...new Set([...rows, ...outdated].map(row => row.reportId))]
}
