import { answer, readJson } from '#app/api/answer.ts'
import { editMessage } from '#server/comments/edit-message.ts'
import { removeMessage } from '#server/comments/remove-message.ts'
import { asObject } from '../../../../as-object.ts'

/** {"body": "…"} changes what one has said oneself, {"removed": true} takes it back, {"removed": false} says it after all. */
export async function PATCH(
  request: Request,
  { params }: { params: Promise<{ threadId: string; messageId: string }> },
): Promise<Response> {
  const { threadId, messageId } = await params
  return answer(request, async ({ services, actor }) => {
    const place = { threadId, messageId: Number(messageId) }
    const given = asObject(await readJson(request))
    if ('removed' in given) await removeMessage(services, actor, place, given.removed)
    else await editMessage(services, actor, place, 'body' in given ? given.body : null)
    return new Response(null, { status: 204 })
  })
}
