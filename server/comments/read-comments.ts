import { asc, eq, inArray } from 'drizzle-orm'
import { commentMessage, commentThread } from '#db/schema/comment.ts'
import { appUser } from '#db/schema/user.ts'
import type { CommentMessage, CommentThread } from '#editor/core/comment-thread.ts'
import { readNames } from '../history/read-people.ts'
import type { Actor } from '../policies/actor.ts'
import { can } from '../policies/can.ts'
import { findReport } from '../reports/find-report.ts'
import { readSections } from '../reports/read-sections.ts'
import type { Services } from '../services.ts'
import { readPlaces } from './read-places.ts'

/**
 * The report's threads that the actor may read, in the order of the text: those whose words are gone last in the section
 * that they were begun in, the oldest first. What stands in a part that was taken out of the report is not there. The
 * text may be a second old.
 * @throws NotFoundError
 */
export async function readComments(
  { db }: Pick<Services, 'db'>,
  actor: Actor,
  reportId: string,
): Promise<CommentThread[]> {
  const report = await findReport(db, actor, reportId, 'report.read')
  const threads = await db
    .select()
    .from(commentThread)
    .where(eq(commentThread.reportId, reportId))
    .orderBy(asc(commentThread.startedAt), asc(commentThread.id))
  if (threads.length === 0) return []
  const [sections, places, messages] = await Promise.all([
    readSections(db, reportId),
    readPlaces(db, reportId),
    readMessages(db, reportId),
  ])
  const order = new Map(sections.map((section, index) => [section.id, { section, index }]))
  const names = await readNames(
    db,
    threads.flatMap(({ resolvedBy }) => resolvedBy ?? []),
  )
  return threads
    .flatMap(thread => {
      const begun = order.get(thread.sectionId)?.section
      if (!begun) return []
      const thing = { ...report, ownerId: begun.ownerId, ownerRole: begun.ownerRole, sectionLockedAt: begun.lockedAt }
      if (!can(actor, 'comment.read', thing)) return []
      const place = places.get(thread.id)
      const here = place && order.has(place.sectionId) ? place : null
      const sectionId = here?.sectionId ?? begun.id
      const shown: CommentThread = {
        id: thread.id,
        sectionId,
        placed: here !== null,
        quote: thread.quote,
        resolved: thread.resolvedAt && {
          by: names[thread.resolvedBy ?? ''] ?? '',
          at: thread.resolvedAt.toISOString(),
        },
        mayWrite: can(actor, 'comment.write', thing),
        messages: messages.get(thread.id) ?? [],
      }
      return { shown, section: order.get(sectionId)?.index ?? 0, at: here?.at ?? Number.POSITIVE_INFINITY }
    })
    .sort((one, other) => one.section - other.section || (one.at === other.at ? 0 : one.at - other.at))
    .map(({ shown }) => shown)
}

async function readMessages(db: Services['db'], reportId: string): Promise<Map<string, CommentMessage[]>> {
  const rows = await db
    .select({ message: commentMessage, name: appUser.name })
    .from(commentMessage)
    .innerJoin(appUser, eq(appUser.id, commentMessage.authorId))
    .where(
      inArray(
        commentMessage.threadId,
        db.select({ id: commentThread.id }).from(commentThread).where(eq(commentThread.reportId, reportId)),
      ),
    )
    .orderBy(asc(commentMessage.id))
  const messages = new Map<string, CommentMessage[]>()
  for (const { message, name } of rows) {
    const { id, threadId, authorId, body, at, editedAt, removedAt } = message
    const said: CommentMessage = {
      id,
      author: { id: authorId, name },
      body: removedAt ? null : body,
      at: at.toISOString(),
      editedAt: editedAt?.toISOString() ?? null,
    }
    messages.set(threadId, [...(messages.get(threadId) ?? []), said])
  }
  return messages
}
