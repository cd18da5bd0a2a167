import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { loggableError } from '../documents/loggable-error.ts'
import { log } from '../log.ts'
import { readiness } from './readiness.ts'

export interface HealthOptions {
  /** Lets requests for `/metrics` in from elsewhere, as a bearer token. */
  metricsToken: string | undefined
  metrics: { text(): Promise<string>; contentType: string }
}

/** `/healthz`, `/readyz` and `/metrics`, answered before the pages and while they start. */
export class Health {
  isClosing = false
  /** Asks the database something; null until there is one and the pages are ready. */
  askDatabase: (() => Promise<unknown>) | null = null

  constructor(private readonly options: HealthOptions) {}

  /** @returns whether the request was ours */
  handle(request: IncomingMessage, response: ServerResponse): boolean {
    const path = request.url?.split('?', 1)[0]
    if (path === '/healthz') send(response, 200, { alive: true })
    else if (path === '/readyz') void this.ready(response)
    else if (path === '/metrics') void this.metrics(request, response)
    else return false
    return true
  }

  private async ready(response: ServerResponse): Promise<void> {
    const reason = await readiness(this)
    send(response, reason ? 503 : 200, reason ? { ready: false, reason } : { ready: true })
  }

  private async metrics(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { metrics, metricsToken } = this.options
    if (!isLocal(request) && !hasToken(request, metricsToken)) {
      send(response, 403, { reason: 'loopback addresses or METRICS_TOKEN only' })
      return
    }
    try {
      const text = await metrics.text()
      response.writeHead(200, { 'content-type': metrics.contentType, 'cache-control': 'no-store' }).end(text)
    } catch (error) {
      log.error({ error: loggableError(error) }, 'the metrics could not be read')
      send(response, 500, { reason: 'metrics' })
    }
  }
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(`${JSON.stringify(body)}\n`)
}

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/
/** A proxy on this machine speaks for the whole world from a loopback address. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via']

const isLocal = ({ socket, headers }: IncomingMessage): boolean =>
  LOOPBACK.test(socket.remoteAddress ?? '') && FORWARDED.every(name => headers[name] === undefined)

function hasToken({ headers }: IncomingMessage, token: string | undefined): boolean {
  const given = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1]
  if (!token || !given) return false
  const [a, b] = [Buffer.from(given), Buffer.from(token)]
  return a.length === b.length && timingSafeEqual(a, b)
}
