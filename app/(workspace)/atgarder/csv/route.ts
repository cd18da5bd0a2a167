import { answer } from '#app/api/answer.ts'
import { readEnv } from '#server/env.ts'
import { exportMeasures } from '#server/measures/list-measures.ts'
import { measuresCsv } from '../measures-csv.ts'
import { readFilter } from '../register-address.ts'
import { sv } from '../sv.ts'

export function GET(request: Request): Promise<Response> {
  return answer(request, async ({ services, actor }) => {
    const filter = readFilter(Object.fromEntries(new URL(request.url).searchParams))
    const lines = measuresCsv(await exportMeasures(services, actor, filter), readEnv().publicUrl)
    const encoder = new TextEncoder()
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        const { value, done } = lines.next()
        if (done) controller.close()
        else controller.enqueue(encoder.encode(value))
      },
    })
    return new Response(body, {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${sv.csv.fileName}"`,
        'cache-control': 'private, no-store',
      },
    })
  })
}
