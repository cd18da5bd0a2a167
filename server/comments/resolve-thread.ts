import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { commentThread } from '#db/schema/comment.ts'
import { InvalidInputError } from '../errors.ts'
import type { Actor } from '../policies/actor.ts'
import type { Services } from '../services.ts'
import { holdThread } from './hold-thread.ts'

/**
 * Says that a thread is dealt with, or that it is not. Who said so first stays the one who did.
 * @throws InvalidInputError, NotFoundError, NotAllowedError, ReportLockedError
 */
export async function resolveThread(
  { db }: Pick<Services, 'db'>,
  actor: Actor,
  threadId: string,
  input: unknown,
): Promise<void> {
  const parsed = z.boolean().safeParse(input)
  if (!parsed.success) throw new InvalidInputError({ resolved: 'boolean' })
  const resolved = parsed.data
  await db.transaction(async tx => {
    const thread = await holdThread(tx, actor, threadId, 'comment.resolve')
    if ((thread.resolvedAt !== null) === resolved) return
    await tx
      .update(commentThread)
      .set(resolved ? { resolvedAt: new Date(), resolvedBy: actor.id } : { resolvedAt: null, resolvedBy: null })
      .where(eq(commentThread.id, thread.id))
  })
}
