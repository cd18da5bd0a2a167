import { answer, readJson } from '#app/api/answer.ts'
import { resolveThread } from '#server/comments/resolve-thread.ts'
import { asObject } from '../../as-object.ts'

/** {"resolved": true}: the thread is dealt with. */
export async function PATCH(
  request: Request,
  { params }: { params: Promise<{ threadId: string }> },
): Promise<Response> {
  const { threadId } = await params
  return answer(request, async ({ services, actor }) => {
    const { resolved } = { resolved: null, ...asObject(await readJson(request)) }
    await resolveThread(services, actor, threadId, resolved)
    return new Response(null, { status: 204 })
  })
}
