import { answer, readJson } from '#app/api/answer.ts'
import { bringRecommendation } from '#server/answers/bring-recommendation.ts'
import { asObject } from '../as-object.ts'

type Context = { params: Promise<{ reportId: string }> }

/** Brings a recommendation of another answer into this one. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { reportId } = await params
  return answer(request, async ({ services, actor }) => {
    await bringRecommendation(services, actor, { ...asObject(await readJson(request)), reportId })
    return new Response(null, { status: 204 })
  })
}
