import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { commentMessage } from '#db/schema/comment.ts'
import { InvalidInputError } from '../errors.ts'
import type { Actor } from '../policies/actor.ts'
import type { Services } from '../services.ts'
import { holdOwnMessage } from './hold-message.ts'

/**
 * Takes back what one has said oneself, or says it after all. Its place in the thread stays.
 * @throws InvalidInputError, NotFoundError, NotAllowedError, ReportLockedError
 */
export async function removeMessage(
  { db }: Pick<Services, 'db'>,
  actor: Actor,
  { threadId, messageId }: { threadId: string; messageId: number },
  input: unknown,
): Promise<void> {
  const parsed = z.boolean().safeParse(input)
  if (!parsed.success) throw new InvalidInputError({ removed: 'boolean' })
  const removed = parsed.data
  await db.transaction(async tx => {
    const message = await holdOwnMessage(tx, actor, threadId, messageId)
    if ((message.removedAt !== null) === removed) return
    await tx
      .update(commentMessage)
      .set({ removedAt: removed ? new Date() : null })
      .where(eq(commentMessage.id, message.id))
  })
}
