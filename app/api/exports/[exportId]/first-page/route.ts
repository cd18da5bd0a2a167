import { answer } from '#app/api/answer.ts'
import { ownJob } from '#app/api/exports/own-job.ts'
import { NotFoundError } from '#server/errors.ts'

type Context = { params: Promise<{ exportId: string }> }

/** The first page alone, as a PDF, while the whole file is made. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { exportId } = await params
  return answer(request, async asked => {
    const bytes = asked.services.exports.firstPage(ownJob(asked, exportId).id)
    if (!bytes) throw new NotFoundError('file')
    return new Response(new Uint8Array(bytes), {
      headers: { 'content-type': 'application/pdf', 'cache-control': 'private, no-store' },
    })
  })
}
