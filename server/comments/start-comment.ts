import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client.ts'
import { commentMessage, commentThread } from '#db/schema/comment.ts'
import { reportUpdate } from '#db/schema/document.ts'
import { report, reportSection, reportUnit } from '#db/schema/report.ts'
import { CommentPlaceGoneError, InvalidInputError, NotFoundError } from '../errors.ts'
import { publish } from '../events.ts'
import type { Actor } from '../policies/actor.ts'
import { findReport } from '../reports/find-report.ts'
import { requireSection } from '../reports/require-section.ts'
import type { Services } from '../services.ts'
import { messageBody } from './message-body.ts'

/** An encoded Yjs relative position takes some twenty bytes. */
const position = z.base64().max(400)

const begun = z.object({
  sectionId: z.uuid(),
  /** First and last place of the words: Yjs relative positions, base64. */
  from: position,
  to: position,
  /** The words as they are shown. */
  words: z.string().min(1).max(200_000),
  body: messageBody,
})

/** More of the words than this is not shown beside a thread, UTF-16 units. */
const LONGEST_QUOTE = 500

const shortened = (quote: string): string =>
  quote.length > LONGEST_QUOTE ? `${quote.slice(0, LONGEST_QUOTE).replace(/[\ud800-\udbff]$/, '')}…` : quote

/**
 * Begins a thread about words of a section. Where they are, the text itself knows from then on: the mark is a change of
 * the document like any other, but nobody's writing, so that it is in no undo history and asks for no right to write.
 *
 * The report is held as by a lock, so that nothing is written between the look at the words and the mark.
 * @returns the thread's id
 * @throws InvalidInputError, NotFoundError, NotAllowedError, ReportLockedError
 * @throws CommentPlaceGoneError where other words stand there now; nothing is stored
 */
export async function startComment(
  { db, documents }: Pick<Services, 'db' | 'documents'>,
  actor: Actor,
  reportId: string,
  input: unknown,
): Promise<{ id: string }> {
  const parsed = begun.safeParse(input)
  if (!parsed.success) throw InvalidInputError.of(parsed.error, 'comment', () => 'text')
  const { sectionId, from, to, words, body } = parsed.data
  await requireComment(db, actor, reportId, sectionId)
  await documents.history.ready()
  return db.transaction(async tx => {
    await tx.select({ id: report.id }).from(report).where(eq(report.id, reportId)).for('no key update')
    // Asked again: it may have been locked while this waited.
    const { version } = await requireComment(tx, actor, reportId, sectionId)
    const { state } = await documents.fold(reportId, tx)
    const id = crypto.randomUUID()
    const place = { from: bytes(from), to: bytes(to) }
    const marked = await documents.history.run('mark', { state, sectionId, thread: id, ...place, words })
    if (!marked) throw new CommentPlaceGoneError(sectionId)
    const quote = shortened(marked.quote)
    await tx.insert(commentThread).values({ id, reportId, sectionId, version, quote, startedBy: actor.id })
    await tx.insert(commentMessage).values({ threadId: id, authorId: actor.id, body })
    const [row] = await tx
      .insert(reportUpdate)
      .values({ reportId, userId: null, data: marked.update })
      .returning({ seq: reportUpdate.seq })
    if (!row) throw new Error('insert returned no row')
    await publish(tx, { type: 'text', reportId, seq: row.seq })
    await publish(tx, { type: 'comments', reportId })
    return { id }
  })
}

const bytes = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'))

/** @throws NotFoundError, NotAllowedError, ReportLockedError */
async function requireComment(
  db: Services['db'] | Tx,
  actor: Actor,
  reportId: string,
  sectionId: string,
): Promise<{ version: number }> {
  const row = await findReport(db, actor, reportId, 'report.read')
  const [found] = await db
    .select({ section: reportSection, removedAt: reportUnit.removedAt })
    .from(reportSection)
    .leftJoin(reportUnit, eq(reportUnit.id, reportSection.unitId))
    .where(and(eq(reportSection.reportId, reportId), eq(reportSection.id, sectionId)))
  if (!found?.section.hasText || found.removedAt) throw new NotFoundError('section')
  requireSection(actor, 'comment.write', row, found.section)
  return row
}
