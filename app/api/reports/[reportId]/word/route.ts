import { sv } from '#app/(workspace)/rapporter/[reportId]/word/sv.ts'
import { answer } from '#app/api/answer.ts'
import { InvalidInputError } from '#server/errors.ts'
import { isWordFileRefused, WordFileRefusedError } from '#server/reports/word-import/errors.ts'
import { MAX_WORD_BYTES } from '#server/reports/word-import/guard-word-file.ts'
import { uploadWord } from '#server/reports/word-import/upload-word.ts'

type Context = { params: Promise<{ reportId: string }> }

/** What a form adds around the file, bytes. */
const FORM_BYTES = 64 * 1024

async function uploadedFile(request: Request): Promise<File> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_WORD_BYTES + FORM_BYTES)
    throw new WordFileRefusedError('too-large')
  const file = await request.formData().then(
    form => form.get('file'),
    () => null,
  )
  if (!(file instanceof File)) throw new InvalidInputError({ file: 'required' })
  return file
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { reportId } = await params
  return answer(request, async ({ services, actor }) => {
    try {
      const file = await uploadedFile(request)
      const bytes = new Uint8Array(await file.arrayBuffer())
      return Response.json(await uploadWord(services, actor, reportId, { fileName: file.name, bytes }))
    } catch (error) {
      if (!isWordFileRefused(error)) throw error
      return Response.json({ code: error.code, message: sv.refused[error.reason] }, { status: 422 })
    }
  })
}
