import { answer } from '#app/api/answer.ts'
import { readEvidence } from '#server/signing/rounds/read-evidence.ts'

type Context = { params: Promise<{ roundId: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { roundId } = await params
  return answer(request, async ({ services, actor }) =>
    Response.json(await readEvidence(services, actor, roundId), {
      headers: {
        'content-disposition': 'attachment; filename="underskrift-underlag.json"',
        'cache-control': 'private, no-store',
      },
    }),
  )
}
