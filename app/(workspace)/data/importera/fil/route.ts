import { answer } from '#app/api/answer.ts'
import { FileTooLargeError } from '#server/indicators/errors.ts'
import { MAX_UPLOAD, saveDraft } from '#server/indicators/preview-import.ts'
import { requireCan } from '#server/policies/require.ts'
import { importErrorText } from '../../import-error-text.ts'

/**
 * The body in one piece of memory, never two: it may be as large as the limit.
 * @throws FileTooLargeError as soon as more than was announced, or than the limit, has come
 */
async function readBody(request: Request): Promise<Uint8Array> {
  const announced = Number(request.headers.get('content-length') ?? Number.NaN)
  if (announced > MAX_UPLOAD) throw new FileTooLargeError(announced, MAX_UPLOAD)
  if (Number.isNaN(announced)) return readUnannounced(request)
  const body = Buffer.allocUnsafe(announced)
  let size = 0
  for await (const chunk of request.body ?? []) {
    if (size + chunk.length > announced) throw new FileTooLargeError(size + chunk.length, MAX_UPLOAD)
    body.set(chunk, size)
    size += chunk.length
  }
  return body.subarray(0, size)
}

async function readUnannounced(request: Request): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.length
    if (size > MAX_UPLOAD) throw new FileTooLargeError(size, MAX_UPLOAD)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Keeps an uploaded file for preview. The body is the file itself; a server action would take 1 MB at most. */
export async function POST(request: Request): Promise<Response> {
  return answer(request, async ({ services, actor }) => {
    requireCan(actor, 'data.import', { organisationId: actor.organisationId })
    const query = new URL(request.url).searchParams
    try {
      const saved = await saveDraft(services, actor, {
        source: query.get('source') || null,
        method: query.get('method') === 'paste' ? 'paste' : 'file',
        fileName: query.get('fileName') ?? '',
        bytes: await readBody(request),
      })
      return Response.json(saved)
    } catch (error) {
      return Response.json(importErrorText(error), { status: 422 })
    }
  })
}
