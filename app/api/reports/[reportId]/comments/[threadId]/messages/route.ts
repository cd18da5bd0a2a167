import { answer, readJson } from '#app/api/answer.ts'
import { reply } from '#server/comments/reply.ts'
import { asObject } from '../../../as-object.ts'

/** {"body": "…"}: says something more in the thread. */
export async function POST(request: Request, { params }: { params: Promise<{ threadId: string }> }): Promise<Response> {
  const { threadId } = await params
  return answer(request, async ({ services, actor }) => {
    const { body } = { body: null, ...asObject(await readJson(request)) }
    return Response.json(await reply(services, actor, threadId, body), { status: 201 })
  })
}
