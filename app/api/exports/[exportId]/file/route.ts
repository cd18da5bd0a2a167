import { answer } from '#app/api/answer.ts'
import { ownJob } from '#app/api/exports/own-job.ts'
import { NotFoundError } from '#server/errors.ts'
import type { ExportFormat } from '#server/export/exports.ts'

type Context = { params: Promise<{ exportId: string }> }

const MEDIA_TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  archive: 'application/zip',
} satisfies Record<ExportFormat, string>

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { exportId } = await params
  return answer(request, async asked => {
    const job = ownJob(asked, exportId)
    const bytes = await asked.services.exports.file(job.id)
    if (!bytes) throw new NotFoundError('file')
    return new Response(new Uint8Array(bytes), {
      headers: {
        'content-type': MEDIA_TYPES[job.format],
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(job.fileName)}`,
        'cache-control': 'private, no-store',
      },
    })
  })
}
