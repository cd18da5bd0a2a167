import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { reportDocument, reportUpdate, reportVersion } from '#db/schema/document.ts'
import { InvalidInputError } from '../errors.ts'
import type { Actor } from '../policies/actor.ts'
import { findReport } from '../reports/find-report.ts'
import type { Services } from '../services.ts'
import { type Moment, sourceAt } from './moment.ts'

export const versionName = z.string().trim().min(1).max(100)

/** @throws InvalidInputError */
export function checkedName(name: unknown): string {
  const parsed = versionName.safeParse(name)
  if (parsed.success) return parsed.data
  const isLong = typeof name === 'string' && name.trim() !== ''
  throw new InvalidInputError({ name: isLong ? 'range' : 'required' })
}

/**
 * Gives a moment a name, and keeps its text under it for good. Nothing forks: the report goes on as it was.
 * @throws InvalidInputError {name: required or range}, NotFoundError, NotAllowedError, ReportLockedError,
 *   HistoryGoneError
 */
export async function nameVersion(
  { db, documents }: Pick<Services, 'db' | 'documents'>,
  actor: Actor,
  reportId: string,
  input: { moment: Moment; name: unknown },
): Promise<{ id: string; seq: number }> {
  await findReport(db, actor, reportId, 'report.manage')
  const name = checkedName(input.name)
  const seq = input.moment === 'now' ? (await documents.fold(reportId)).seq : input.moment
  const [document] = await db.select().from(reportDocument).where(eq(reportDocument.reportId, reportId))
  const isHead = document?.seq === seq
  const { source, editorVersion } = isHead
    ? { source: { state: document.state, updates: [] }, editorVersion: document.editorVersion }
    : await sourceAt(db, reportId, seq).then(past => ({ source: past, editorVersion: past.editorVersion }))
  const state = await documents.history.run('packMoment', { source })
  const [row] = await db
    .select({ at: reportUpdate.at })
    .from(reportUpdate)
    .where(and(eq(reportUpdate.reportId, reportId), eq(reportUpdate.seq, seq)))
  const [made] = await db
    .insert(reportVersion)
    .values({
      reportId,
      seq,
      kind: 'named',
      name,
      state,
      editorVersion,
      createdBy: actor.id,
      // When the text was so, not when somebody named it.
      ...(row && !isHead && { at: row.at }),
    })
    .returning({ id: reportVersion.id })
  if (!made) throw new Error('insert returned no version')
  return { id: made.id, seq }
}
