import { createServer } from 'node:http'
import { connect } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { trustedProxies } from '../../client-address.ts'
import { type LocalServer, onFreePort } from '../../outbound/testing/local-server.ts'
import type { Judgement } from './judgement.ts'
import { ANSWER_HEADER } from './verify-answer.ts'
import { DamagedPdfError } from './verify-errors.ts'
import { VerifyLimits } from './verify-limits.ts'
import { VerifyRequests, type VerifyRequestsOptions } from './verify-requests.ts'

const JUDGED: Judgement = { kind: 'foreign', sha256: 'ab', count: 1, issued: null, verdict: null, problem: null }

let server: LocalServer
afterEach(() => server.close())

interface Served {
  url: string
  /** What was given to be judged. */
  given: { text: string; code: string | null }[]
}

/** A server as the product's: files first, then a page that shows what it was asked and answers. */
async function serve(options: Partial<VerifyRequestsOptions> = {}): Promise<Served> {
  const given: Served['given'] = []
  const requests = new VerifyRequests({
    judge: async (bytes, code) => {
      given.push({ text: Buffer.from(bytes).toString(), code })
      return JUDGED
    },
    isTrustedProxy: trustedProxies('loopback'),
    ...options,
  })
  const http = createServer(async (request, response) => {
    const page = async () => {
      const key = request.headers[ANSWER_HEADER]
      const answer = requests.answer(typeof key === 'string' ? key : null)
      response.end(`${request.method} ${request.url} ${JSON.stringify(answer)}`)
    }
    if (!(await requests.handle(request, response, page))) await page()
  })
  server = await onFreePort(http)
  return { url: server.url, given }
}

const form = (content: string | Uint8Array, name = 'rapport.pdf'): FormData => {
  const data = new FormData()
  data.set('annat', 'något')
  data.set('fil', new Blob([new Uint8Array(Buffer.from(content))]), name)
  return data
}
const post = (url: string, body: BodyInit, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(url, { method: 'POST', body, headers: { accept: 'application/json', ...headers } })

test('a script gets the judgement of the file that it sent, byte for byte', async () => {
  const { url, given } = await serve()
  const odd = '%PDF\r\n--gräns\r\n\r\nslut\r\n'
  expect(await (await post(`${url}/verifiera/K7Q2-M9XD`, form(odd))).json()).toEqual({ judgement: JUDGED })
  expect(given).toEqual([{ text: odd, code: 'K7Q2-M9XD' }])
})

test('a plain form gets the page, which knows its answer; nobody else does', async () => {
  const { url, given } = await serve()
  const response = await post(`${url}/verifiera`, form('fil'), { accept: 'text/html' })
  expect(await response.text()).toBe(`GET /verifiera ${JSON.stringify({ judgement: JUDGED })}`)
  expect(given).toEqual([{ text: 'fil', code: null }])
  const guess = await fetch(`${url}/verifiera`, { headers: { [ANSWER_HEADER]: 'gissning' } })
  expect(await guess.text()).toBe('GET /verifiera null')
})

test.each(['/verifiera/K7Q2/mer', '/verifiera-inte', '/verifiera/<script>'])('%s is not ours', async path => {
  const { url, given } = await serve()
  expect(await (await post(`${url}${path}`, form('fil'))).text()).toContain('POST')
  expect(given).toEqual([])
})

test.each<[what: string, problem: string, body: BodyInit]>([
  ['an empty file', 'empty-file', form('')],
  ['a form where no file was chosen', 'no-file', form('', '')],
  ['no form', 'no-file', 'fil=1'],
  ['a form without the file', 'no-file', new FormData()],
])('%s is told', async (_, problem, body) => {
  const { url } = await serve()
  const response = await post(`${url}/verifiera`, body)
  expect([response.status, await response.json()]).toEqual([400, { problem }])
})

test('a file that is too large is taken to its end, not kept, and refused', async () => {
  const { url, given } = await serve({ upload: { size: 1000, time: 60_000 } })
  const response = await post(`${url}/verifiera`, form(Buffer.alloc(5_000_000)))
  expect([response.status, await response.json()]).toEqual([413, { problem: 'file-too-large' }])
  expect(given).toEqual([])
})

test('who asks too often waits; others do not', async () => {
  const { url } = await serve({ limits: new VerifyLimits({ burst: 2, perSecond: 0 }) })
  const from = (address: string) => post(`${url}/verifiera`, form('fil'), { 'x-forwarded-for': address })
  const statuses: number[] = []
  for (const address of ['203.0.113.7', '203.0.113.7', '203.0.113.7', '203.0.113.8'])
    statuses.push((await from(address)).status)
  expect(statuses).toEqual([200, 200, 429, 200])
})

test('an error of the check is told by its name, another one as ours', async () => {
  const named = await serve({ judge: () => Promise.reject(new DamagedPdfError('x')) })
  expect(await (await post(`${named.url}/verifiera`, form('fil'))).json()).toEqual({ problem: 'pdf-damaged' })
  await server.close()
  const other = await serve({ judge: () => Promise.reject(new Error('the database')) })
  const response = await post(`${other.url}/verifiera`, form('fil'))
  expect([response.status, await response.json()]).toEqual([500, { problem: 'verify-failed' }])
})

test('who goes away in the middle leaves the place to others', async () => {
  const limits = new VerifyLimits()
  const { url } = await serve({ limits })
  const { port } = new URL(url)
  const left = new Promise<void>(resolve => {
    const leave = limits.leave.bind(limits)
    limits.leave = address => {
      leave(address)
      resolve()
    }
  })
  const socket = connect(Number(port), '127.0.0.1')
  socket.write(
    'POST /verifiera HTTP/1.1\r\nhost: x\r\ncontent-type: multipart/form-data; boundary=b\r\ncontent-length: 999\r\n\r\n--b',
    () => socket.destroy(),
  )
  await left
  expect((await post(`${url}/verifiera`, form('fil'))).status).toBe(200)
})
