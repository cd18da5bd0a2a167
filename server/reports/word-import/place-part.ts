import { and, eq } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { reportUpdate } from '#db/schema/document.ts'
import { report, reportSection } from '#db/schema/report.ts'
import { type WordPart, wordImport } from '#db/schema/word-import.ts'
import type { DocumentNode } from '#editor/core/document-node.ts'
import { ChangedMeanwhileError, NotFoundError, TextUnreadableError } from '../../errors.ts'
import { publish } from '../../events.ts'
import { isUuid } from '../../is-uuid.ts'
import type { Actor } from '../../policies/actor.ts'
import type { Services } from '../../services.ts'
import { findReport } from '../find-report.ts'
import { requireSection } from '../require-section.ts'
import { suggestSection } from './suggest-section.ts'

export interface PartOfImport {
  reportId: string
  importId: string
  partId: string
}

/** The import's row, held, with the part in it that is still to be placed. */
async function openPart(tx: Tx, { reportId, importId, partId }: PartOfImport) {
  const [row] = isUuid(importId)
    ? await tx
        .select()
        .from(wordImport)
        .where(and(eq(wordImport.id, importId), eq(wordImport.reportId, reportId)))
        .for('update')
    : []
  const part = row?.parts.find(({ id }) => id === partId)
  if (!row || !part) throw new NotFoundError('word-import')
  // Somebody else has placed it: once is enough.
  if (part.sectionId !== null) throw new ChangedMeanwhileError(partId)
  return { row, part }
}

async function keepPart(tx: Tx, { id, parts }: { id: string; parts: WordPart[] }, changed: WordPart): Promise<void> {
  const next = parts.map(part => (part.id === changed.id ? changed : part))
  const isDone = next.every(({ sectionId, left }) => sectionId !== null || left)
  await tx
    .update(wordImport)
    .set({ parts: next, doneAt: isDone ? new Date() : null })
    .where(eq(wordImport.id, id))
}

/** With its own heading, where that says something else than the section's. */
function contentFor({ heading, content }: WordPart, section: typeof reportSection.$inferSelect): DocumentNode {
  const means = { id: section.id, number: '', heading: section.heading }
  const isSame = heading === '' || suggestSection(heading, [means]) !== null
  const own: DocumentNode = { type: 'heading', attrs: { level: 4 }, content: [{ type: 'text', text: heading }] }
  return { type: 'doc', content: [...(isSame ? [] : [own]), ...((content.content ?? []) as DocumentNode[])] }
}

/**
 * Puts a part of a Word file last in a section: a change like any other, in the actor's name, on top of the text as it
 * is now.
 * @throws NotFoundError, NotAllowedError, ReportLockedError, SectionLockedError, ChangedMeanwhileError,
 *   TextUnreadableError
 */
export async function placePart(
  { db, documents }: Pick<Services, 'db' | 'documents'>,
  actor: Actor,
  place: PartOfImport & { sectionId: string },
): Promise<void> {
  const { reportId, sectionId } = place
  await findReport(db, actor, reportId, 'report.write')
  await documents.history.ready()
  await db.transaction(async tx => {
    await tx.select({ id: report.id }).from(report).where(eq(report.id, reportId)).for('no key update')
    const row = await findReport(tx, actor, reportId, 'report.write')
    const [section] = isUuid(sectionId)
      ? await tx
          .select()
          .from(reportSection)
          .where(and(eq(reportSection.reportId, row.id), eq(reportSection.id, sectionId)))
      : []
    if (!section?.hasText) throw new NotFoundError('section')
    requireSection(actor, 'section.write', row, section)
    const open = await openPart(tx, place)
    const { state } = await documents.fold(row.id, tx)
    const content = JSON.stringify(contentFor(open.part, section))
    const update = await documents.history.run('append', { state, sectionId, content })
    if (!update) throw new TextUnreadableError(sectionId)
    const [logged] = await tx
      .insert(reportUpdate)
      .values({ reportId: row.id, userId: actor.id, data: update })
      .returning({ seq: reportUpdate.seq })
    if (!logged) throw new Error('insert returned no row')
    await keepPart(tx, open.row, { ...open.part, sectionId, left: false })
    await publish(tx, { type: 'text', reportId: row.id, seq: logged.seq })
  })
}

/**
 * Says that a part is not to be used, or is after all.
 * @throws NotFoundError, NotAllowedError, ReportLockedError, ChangedMeanwhileError for one that is placed
 */
export async function leavePart(
  { db }: Pick<Services, 'db'>,
  actor: Actor,
  place: PartOfImport & { left: boolean },
): Promise<void> {
  await db.transaction(async tx => {
    const row = await findReport(tx, actor, place.reportId, 'report.write')
    const open = await openPart(tx, { ...place, reportId: row.id })
    await keepPart(tx, open.row, { ...open.part, left: place.left })
  })
}
