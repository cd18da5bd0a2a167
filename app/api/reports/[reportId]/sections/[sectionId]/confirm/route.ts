import { answer } from '#app/api/answer.ts'
import { confirmText } from '#server/reports/make-from/confirm-text.ts'

/** What came from an earlier report holds. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ sectionId: string }> },
): Promise<Response> {
  const { sectionId } = await params
  return answer(request, async ({ services, actor }) => {
    await confirmText(services, actor, sectionId)
    return new Response(null, { status: 204 })
  })
}
