import { answer } from '#app/api/answer.ts'
import { requestFacts } from '#app/request-facts.ts'
import { fileNameOf } from '#server/export/file-name.ts'
import { readRoundFile } from '#server/signing/rounds/see-round.ts'

type Context = { params: Promise<{ roundId: string }> }

/** The file of a round as it is now; with `?visa=1` to be shown rather than saved. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { roundId } = await params
  return answer(request, async ({ services, actor }) => {
    const { bytes, title, revision } = await readRoundFile(services, actor, { roundId, facts: await requestFacts() })
    const show = new URL(request.url).searchParams.has('visa')
    const name = fileNameOf(revision > 0 ? `${title} undertecknad` : title, 'pdf')
    return new Response(new Uint8Array(bytes), {
      headers: {
        'content-type': 'application/pdf',
        'content-disposition': `${show ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`,
        'cache-control': 'private, no-store',
      },
    })
  })
}
