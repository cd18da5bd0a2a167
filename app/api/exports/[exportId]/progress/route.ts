import { answer } from '#app/api/answer.ts'
import { ownJob } from '#app/api/exports/own-job.ts'

type Context = { params: Promise<{ exportId: string }> }

/** Server-sent events: `progress` with ExportProgress, until the export is done or has failed. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { exportId } = await params
  return answer(request, async asked => {
    const { id } = ownJob(asked, exportId)
    let stop = (): void => {}
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        const encoder = new TextEncoder()
        let ended = false
        stop = asked.services.exports.watch(id, progress => {
          if (ended) return
          controller.enqueue(encoder.encode(`event: progress\ndata: ${JSON.stringify(progress)}\n\n`))
          ended = progress.state === 'done' || progress.state === 'failed'
          if (ended) controller.close()
        })
      },
      cancel: () => stop(),
    })
    return new Response(stream, {
      headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
    })
  })
}
