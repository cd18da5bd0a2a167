import type { ServerResponse } from 'node:http'
import { type LocalServer, localServer } from '../../outbound/testing/local-server.ts'
import type { PkiServices } from './pki-services.ts'

export type PkiAnswer = (body: Uint8Array) => Promise<Uint8Array> | Uint8Array

/** RFC 3161, 3.4; RFC 6960, A.2; RFC 5280, 4.2.1.13. */
const mediaType = (path: string): string => {
  if (path === '/tsa') return 'application/timestamp-reply'
  if (path === '/ocsp') return 'application/ocsp-response'
  return path.endsWith('.crl') ? 'application/pkix-crl' : 'application/pkix-cert'
}

const MEGABYTE = new Uint8Array(1024 * 1024)

/** Megabytes as fast as they are taken, until the other side hangs up. */
function sendWithoutEnd(response: ServerResponse): void {
  response.writeHead(200)
  const more = (): void => {
    while (response.writable && response.write(MEGABYTE));
  }
  response.on('drain', more)
  more()
}

/** A real HTTP server on a free port of this machine. @param answers by path; asked only where the mood is to answer */
export async function pkiServer(services: PkiServices, answers: Map<string, PkiAnswer>): Promise<LocalServer> {
  const moodOf = (path: string): string =>
    path === '/tsa' ? services.timestamps : path === '/ocsp' ? services.ocsp : services.crl
  return localServer(async ({ url: path = '' }, response, _text, body) => {
    services.asked.push(path)
    const answer = answers.get(path)
    const mood = moodOf(path)
    if (mood === 'silent') return
    if (mood === 'endless') return sendWithoutEnd(response)
    if (!answer || mood === 'fails') return response.writeHead(answer ? 500 : 404).end()
    response.writeHead(200, { 'content-type': mediaType(path) }).end(await answer(body))
  })
}
