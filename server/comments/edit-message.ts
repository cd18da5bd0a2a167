import { eq } from 'drizzle-orm'
import { commentMessage } from '#db/schema/comment.ts'
import { NotFoundError } from '../errors.ts'
import type { Actor } from '../policies/actor.ts'
import type { Services } from '../services.ts'
import { holdOwnMessage } from './hold-message.ts'
import { readMessageBody } from './message-body.ts'

/**
 * Changes what one has said oneself; the others see that it was changed.
 * @throws InvalidInputError, NotAllowedError, ReportLockedError
 * @throws NotFoundError, for a message that was taken back too
 */
export async function editMessage(
  { db }: Pick<Services, 'db'>,
  actor: Actor,
  { threadId, messageId }: { threadId: string; messageId: number },
  input: unknown,
): Promise<void> {
  const body = readMessageBody(input)
  await db.transaction(async tx => {
    const message = await holdOwnMessage(tx, actor, threadId, messageId)
    if (message.removedAt) throw new NotFoundError('message')
    if (message.body === body) return
    await tx.update(commentMessage).set({ body, editedAt: new Date() }).where(eq(commentMessage.id, message.id))
  })
}
