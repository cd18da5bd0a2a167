import { answer, readJson } from '#app/api/answer.ts'
import { bringSharedRows } from '#server/shared-rows/bring-shared-rows.ts'

type Context = { params: Promise<{ reportId: string; sectionId: string }> }

/** Takes over what another board's report has for every board. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const place = await params
  return answer(request, async ({ services, actor }) => {
    await bringSharedRows(services, actor, place, await readJson(request))
    return new Response(null, { status: 204 })
  })
}
