import { answer } from '#app/api/answer.ts'
import { readImage } from '#server/reports/read-image.ts'

type Context = { params: Promise<{ reportId: string; imageId: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { reportId, imageId } = await params
  return answer(request, async ({ services, actor }) => {
    const { mediaType, bytes } = await readImage(services, actor, reportId, imageId)
    return new Response(new Uint8Array(bytes), {
      headers: {
        'content-type': mediaType,
        // An image never changes under its id; only its reader's rights can.
        'cache-control': 'private, max-age=3600',
        'content-security-policy': "default-src 'none'",
        'x-content-type-options': 'nosniff',
      },
    })
  })
}
