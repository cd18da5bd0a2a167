import { and, eq } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { commentMessage } from '#db/schema/comment.ts'
import { NotAllowedError, NotFoundError } from '../errors.ts'
import type { Actor } from '../policies/actor.ts'
import { holdThread } from './hold-thread.ts'

export type MessageRow = typeof commentMessage.$inferSelect

/**
 * A message of the actor's own, held with its thread.
 * @throws NotFoundError, ReportLockedError
 * @throws NotAllowedError for what somebody else has said
 */
export async function holdOwnMessage(tx: Tx, actor: Actor, threadId: string, messageId: number): Promise<MessageRow> {
  const thread = await holdThread(tx, actor, threadId, 'comment.write')
  const [message] = Number.isSafeInteger(messageId)
    ? await tx
        .select()
        .from(commentMessage)
        .where(and(eq(commentMessage.id, messageId), eq(commentMessage.threadId, thread.id)))
    : []
  if (!message) throw new NotFoundError('message')
  if (message.authorId !== actor.id) throw new NotAllowedError('message')
  return message
}
