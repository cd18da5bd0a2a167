import { answer } from '#app/api/answer.ts'
import { ownJob } from '#app/api/exports/own-job.ts'

type Context = { params: Promise<{ exportId: string }> }

/** Ends an export that its starter does not want any more. */
export async function DELETE(request: Request, { params }: Context): Promise<Response> {
  const { exportId } = await params
  return answer(request, async asked => {
    asked.services.exports.cancel(ownJob(asked, exportId).id)
    return new Response(null, { status: 204 })
  })
}
