import { commentMessage } from '#db/schema/comment.ts'
import type { Actor } from '../policies/actor.ts'
import type { Services } from '../services.ts'
import { holdThread } from './hold-thread.ts'
import { readMessageBody } from './message-body.ts'

/**
 * Says something more in a thread, open or resolved.
 * @throws InvalidInputError, NotFoundError, NotAllowedError, ReportLockedError
 */
export async function reply(
  { db }: Pick<Services, 'db'>,
  actor: Actor,
  threadId: string,
  input: unknown,
): Promise<{ id: number }> {
  const body = readMessageBody(input)
  return db.transaction(async tx => {
    const thread = await holdThread(tx, actor, threadId, 'comment.write')
    const [row] = await tx
      .insert(commentMessage)
      .values({ threadId: thread.id, authorId: actor.id, body })
      .returning({ id: commentMessage.id })
    if (!row) throw new Error('insert returned no row')
    return row
  })
}
