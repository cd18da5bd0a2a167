import { answer, readJson } from '#app/api/answer.ts'
import { shareReview } from '#server/answers/share-review.ts'
import { asObject } from '../as-object.ts'

type Context = { params: Promise<{ reportId: string }> }

/** More nämnder answer what this report answers. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { reportId } = await params
  return answer(request, async ({ services, actor }) =>
    Response.json(await shareReview(services, actor, { ...asObject(await readJson(request)), reportId }), {
      status: 201,
    }),
  )
}
