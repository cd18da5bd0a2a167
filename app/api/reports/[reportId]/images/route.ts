import { answer } from '#app/api/answer.ts'
import { InvalidInputError } from '#server/errors.ts'
import { MAX_IMAGE_BYTES, storeImage } from '#server/reports/store-image.ts'

type Context = { params: Promise<{ reportId: string }> }

/** What a form adds around the file, bytes. */
const FORM_BYTES = 64 * 1024

async function uploadedFile(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_IMAGE_BYTES + FORM_BYTES)
    throw new InvalidInputError({ file: 'too-large' })
  const file = await request.formData().then(
    form => form.get('file'),
    () => null,
  )
  if (!(file instanceof File)) throw new InvalidInputError({ file: 'required' })
  return new Uint8Array(await file.arrayBuffer())
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { reportId } = await params
  return answer(request, async ({ services, actor }) =>
    Response.json(await storeImage(services, actor, reportId, await uploadedFile(request))),
  )
}
