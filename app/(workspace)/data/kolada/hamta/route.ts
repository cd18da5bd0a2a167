import { answer } from '#app/api/answer.ts'
import { errorText } from '#app/error-text.ts'
import { readEnv } from '#server/env.ts'
import { NotAllowedError } from '#server/errors.ts'
import { refreshKoladaNow } from '#server/indicators/kolada/refresh-kolada.ts'
import { mayFetchKolada } from '#server/indicators/kolada/settings.ts'
import type { KoladaNews } from '../read-news.ts'

/** Fetches from Kolada and tells how far it has come, a line of JSON each time; the last line is how it went. */
export async function POST(request: Request): Promise<Response> {
  return answer(request, async ({ services, actor }) => {
    if (!mayFetchKolada(actor)) throw new NotAllowedError('data.import')
    const { KOLADA_URL: url, KOLADA_PROXY: proxy } = readEnv()
    let left = false
    const stream = new ReadableStream<Uint8Array>({
      async start(controller) {
        const tell = (news: KoladaNews): void => {
          if (!left) controller.enqueue(new TextEncoder().encode(`${JSON.stringify(news)}\n`))
        }
        try {
          const onProgress = (done: number, total: number) => tell({ done, total })
          const { written, gone } = await refreshKoladaNow(
            { db: services.db, access: { url, proxy }, onProgress },
            actor,
          )
          tell({ written, gone })
        } catch (error) {
          tell({ problem: errorText(error).message })
        }
        if (!left) controller.close()
      },
      // Whoever goes away does not stop it: what is fetched is stored, and the page says so the next time.
      cancel() {
        left = true
      },
    })
    return new Response(stream, { headers: { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' } })
  })
}
