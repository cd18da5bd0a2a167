import { answer, readJson } from '#app/api/answer.ts'
import { assembleAnswers, includeAnswer } from '#server/answers/assemble-answers.ts'
import { asObject } from '../as-object.ts'

type Context = { params: Promise<{ reportId: string }> }

/** Puts this answer together with the others. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { reportId } = await params
  return answer(request, async ({ services, actor }) =>
    Response.json(await assembleAnswers(services, actor, { ...asObject(await readJson(request)), reportId }), {
      status: 201,
    }),
  )
}

/** Takes one more answer into this report. */
export async function PATCH(request: Request, { params }: Context): Promise<Response> {
  const { reportId } = await params
  return answer(request, async ({ services, actor }) => {
    await includeAnswer(services, actor, { ...asObject(await readJson(request)), reportId })
    return new Response(null, { status: 204 })
  })
}
