import { answer, readJson } from '#app/api/answer.ts'
import { readComments } from '#server/comments/read-comments.ts'
import { startComment } from '#server/comments/start-comment.ts'

type Context = { params: Promise<{ reportId: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { reportId } = await params
  return answer(request, async ({ services, actor }) => Response.json(await readComments(services, actor, reportId)))
}

/** Begins a thread on words of the text. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { reportId } = await params
  return answer(request, async ({ services, actor }) =>
    Response.json(await startComment(services, actor, reportId, await readJson(request)), { status: 201 }),
  )
}
