import { answer, readJson } from '#app/api/answer.ts'
import { acceptFigures } from '#server/reports/reviewed/accept-figures.ts'

type Context = { params: Promise<{ sectionId: string }> }

/** The section's new values have been seen: by figure, the observation that was on the page. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { sectionId } = await params
  return answer(request, async ({ services, actor }) => {
    await acceptFigures(services, actor, sectionId, await readJson(request))
    return new Response(null, { status: 204 })
  })
}
