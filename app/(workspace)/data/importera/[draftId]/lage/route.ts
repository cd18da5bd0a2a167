import { answer } from '#app/api/answer.ts'
import { progressOf } from '#server/indicators/import-jobs.ts'
import { requireCan } from '#server/policies/require.ts'

/** How far the reading or import of a draft has come, for the page that waits for it. */
export async function GET(request: Request, { params }: { params: Promise<{ draftId: string }> }): Promise<Response> {
  return answer(request, async ({ actor }) => {
    requireCan(actor, 'data.import', { organisationId: actor.organisationId })
    return Response.json(progressOf(actor, (await params).draftId))
  })
}
