import { and, eq } from 'drizzle-orm'
import type { Db, Tx } from '#db/client.ts'
import { reportUpdate } from '#db/schema/document.ts'
import { report, reportSection } from '#db/schema/report.ts'
import { NotFoundError, TextUnreadableError } from '../errors.ts'
import { publish } from '../events.ts'
import type { Actor } from '../policies/actor.ts'
import { findReport } from '../reports/find-report.ts'
import { requireSection } from '../reports/require-section.ts'
import type { Services } from '../services.ts'
import { type Moment, sourceAt } from './moment.ts'
import { storeVersion } from './store-version.ts'

export interface Restored {
  /** Restoring the same to this log position undoes it. */
  before: number
  /** Sections whose text is new; empty where everything stood as it did then. */
  changed: string[]
  /** Sections that are locked, and were left as they are. */
  skipped: string[]
}

/**
 * Brings a section, or the whole report where `sectionId` is null, back to an earlier moment. It is a change like any
 * other, on top of the text as it is now and in the actor's name: nothing is taken out of the log, and what others
 * write in other blocks at the same time stays. What the text was is kept as a version first.
 *
 * A section is brought back by whoever may write in it. The report is held as by a lock, so that nothing is committed between that version and the change.
 * @throws NotFoundError, NotAllowedError, ReportLockedError, SectionLockedError, HistoryGoneError,
 *   TextUnreadableError
 */
export async function restoreText(
  { db, documents }: Pick<Services, 'db' | 'documents'>,
  actor: Actor,
  reportId: string,
  { seq, sectionId }: { seq: Exclude<Moment, 'now'>; sectionId: string | null },
): Promise<Restored> {
  await requireRestore(db, actor, reportId, sectionId)
  await documents.history.ready()
  return db.transaction(async tx => {
    await tx.select({ id: report.id }).from(report).where(eq(report.id, reportId)).for('no key update')
    // Asked again: it may have been locked while this waited.
    await requireRestore(tx, actor, reportId, sectionId)
    const { open, locked } = await sectionsToRestore(tx, reportId, sectionId)
    const source = await sourceAt(tx, reportId, seq)
    const now = await documents.fold(reportId, tx)
    const input = { state: now.state, source, sectionIds: open }
    const { update, changed, unreadable } = await documents.history.run('restore', input)
    if (unreadable.length > 0) throw new TextUnreadableError(unreadable.join())
    if (update) {
      const kept = { reportId, kind: 'before-restore' as const, createdBy: actor.id }
      await storeVersion(tx, documents, { ...kept, seq: now.seq, state: now.state })
      const [row] = await tx
        .insert(reportUpdate)
        .values({ reportId, userId: actor.id, data: update })
        .returning({ seq: reportUpdate.seq })
      if (!row) throw new Error('insert returned no row')
      await publish(tx, { type: 'text', reportId, seq: row.seq })
    }
    return { before: now.seq, changed, skipped: locked }
  })
}

/** @throws NotFoundError, NotAllowedError, ReportLockedError, SectionLockedError */
async function requireRestore(db: Db | Tx, actor: Actor, reportId: string, sectionId: string | null): Promise<void> {
  if (sectionId === null) {
    await findReport(db, actor, reportId, 'report.restore')
    return
  }
  const row = await findReport(db, actor, reportId, 'report.history')
  const [section] = await db
    .select()
    .from(reportSection)
    .where(and(eq(reportSection.reportId, reportId), eq(reportSection.id, sectionId)))
  if (!section) throw new NotFoundError('section')
  requireSection(actor, 'section.write', row, section)
}

async function sectionsToRestore(
  tx: Tx,
  reportId: string,
  sectionId: string | null,
): Promise<{ open: string[]; locked: string[] }> {
  const rows = await tx
    .select({ id: reportSection.id, lockedAt: reportSection.lockedAt })
    .from(reportSection)
    .where(eq(reportSection.reportId, reportId))
    .orderBy(reportSection.position)
  const wanted = sectionId === null ? rows : rows.filter(row => row.id === sectionId)
  if (wanted.length === 0) throw new NotFoundError('section')
  const ids = (isLocked: boolean) => wanted.filter(row => (row.lockedAt !== null) === isLocked).map(row => row.id)
  return { open: ids(false), locked: ids(true) }
}
