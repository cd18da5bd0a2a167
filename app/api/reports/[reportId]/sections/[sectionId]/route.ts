import { answer, readJson } from '#app/api/answer.ts'
import { updateSection } from '#server/reports/update-section.ts'

type Context = { params: Promise<{ reportId: string; sectionId: string }> }

export async function PATCH(request: Request, { params }: Context): Promise<Response> {
  const { sectionId } = await params
  return answer(request, async ({ services, actor }) => {
    await updateSection(services, actor, sectionId, await readJson(request))
    return new Response(null, { status: 204 })
  })
}
