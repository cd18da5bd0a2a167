import { request as httpRequest, type IncomingHttpHeaders, type RequestOptions } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { LookupFunction } from 'node:net'
import { OutboundError } from './errors.ts'
import { tunnel } from './tunnel.ts'

export interface Asking {
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: string | Uint8Array
  /** The whole exchange takes at most so long, ms. */
  timeoutMs: number
  /** Bytes of the answer's body. */
  maxBytes: number
  /** Stands in for the system's resolver, where not every address may be asked. */
  lookup?: LookupFunction
  /** HTTP proxy of the organisation: "http://proxy.kommun.se:8080". */
  proxy?: string | undefined
  /** Ends it early. */
  signal?: AbortSignal | undefined
}

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  bytes: Uint8Array
  /** The same as UTF-8. */
  text: string
}

/**
 * Asks another server over HTTP. Redirects are answers like others and are not followed.
 * @throws OutboundError where there is no whole answer
 */
export async function ask(url: URL, asking: Asking): Promise<Answer> {
  const { method = 'GET', headers = {}, body, timeoutMs, maxBytes, lookup, proxy } = asking
  const timeout = AbortSignal.timeout(timeoutMs)
  const signal = asking.signal ? AbortSignal.any([timeout, asking.signal]) : timeout
  try {
    const options: RequestOptions = {
      method,
      // Without an agent Node would name the port, also where it is the scheme's own.
      headers: {
        host: url.host,
        ...headers,
        ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }),
      },
      signal,
      ...(lookup && { lookup }),
      // A connection of its own: what is kept open might lead to an address that may not be asked any more. An agent
      // would make its own past the proxy.
      ...(proxy ? { createConnection: await tunnel(new URL(proxy), url, signal) } : { agent: false }),
    }
    return await exchange(url, options, body, maxBytes)
  } catch (error) {
    if (error instanceof OutboundError) throw error
    if (timeout.aborted) throw new OutboundError('timed-out', { cause: error })
    throw new OutboundError('unreachable', { cause: error })
  }
}

function exchange(
  url: URL,
  options: RequestOptions,
  body: string | Uint8Array | undefined,
  maxBytes: number,
): Promise<Answer> {
  const start = url.protocol === 'https:' ? httpsRequest : httpRequest
  return new Promise((resolve, reject) => {
    const request = start(url, options, response => {
      const chunks: Buffer[] = []
      let size = 0
      response.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size <= maxBytes) chunks.push(chunk)
        else {
          reject(new OutboundError('too-large'))
          request.destroy()
        }
      })
      response.once('end', () => {
        if (!response.complete) return reject(new OutboundError('broken-off'))
        const bytes = Buffer.concat(chunks)
        resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes, text: bytes.toString('utf8') })
      })
      response.once('error', reject)
      response.once('aborted', () => reject(new OutboundError('broken-off')))
    })
    // Whatever ends the request early comes here, also a refusal of the lookup.
    request.once('error', reject)
    request.end(body)
  })
}
