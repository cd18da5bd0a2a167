import { describe, expect, test } from 'vitest'
import { testDatabase } from '#db/testing/test-database.ts'
import { joinFrames, splitFrames } from '#editor/core/binary-frames.ts'
import { CLOSE, MAX_FRAME_BYTES, MESSAGE } from '#editor/core/collab-protocol.ts'
import { EDITOR_VERSION } from '#editor/core/editor-version.ts'
import { POLLING } from '#editor/core/polling-protocol.ts'
import { seeded } from '../testing/seeded.ts'
import { collabSuite } from '../testing/suite.ts'
import { message, updateMessage } from '../testing/test-client.ts'
import { type } from '../testing/text.ts'
import { until } from '../testing/until.ts'
import { startCollab } from '../testing/world.ts'

const database = testDatabase()
const suite = collabSuite(database)
const QUESTION = message(MESSAGE.queryAwareness)

/** One session, request by request. */
class Raw {
  private constructor(
    private readonly url: string,
    readonly session: string,
  ) {}

  static open(reportId: string, headers: Record<string, string> = {}, port = suite.server.port): Promise<Response> {
    return fetch(`http://127.0.0.1:${port}${POLLING.path}${reportId}?v=${EDITOR_VERSION}`, {
      method: 'POST',
      headers: { cookie: `user=${suite.mas}`, ...headers },
    })
  }

  static async create(reportId: string, port = suite.server.port): Promise<Raw> {
    const { session } = (await (await Raw.open(reportId, {}, port)).json()) as { session: string }
    return new Raw(`http://127.0.0.1:${port}${POLLING.path}${reportId}`, session)
  }

  post(query: string, body: BodyInit = '', headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`${this.url}?${query}`, {
      method: 'POST',
      body,
      headers: { [POLLING.session]: this.session, ...headers },
    })
  }

  get(after: number | string): Promise<Response> {
    return fetch(`${this.url}?after=${after}`, { headers: { [POLLING.session]: this.session } })
  }

  /** Reads on until the server closes; its code. */
  async closeCode(): Promise<number> {
    for (let after = 0; ; ) {
      const answer = await this.get(after)
      if (answer.status !== 200) throw new Error(`status ${answer.status}`)
      const code = answer.headers.get(POLLING.close)
      if (code) return Number(code)
      after = Number(answer.headers.get(POLLING.last))
    }
  }
}

const here = (reportId: string): number => suite.server.collab.presence.inReport(reportId).length

describe('the path', () => {
  test('leaves other requests to the pages, and answers only what it knows', async () => {
    const base = `http://127.0.0.1:${suite.server.port}`
    expect(await (await fetch(`${base}/rapporter`)).text()).toBe('page')
    const { id } = await suite.world.report(suite.mas)
    expect((await fetch(`${base}${POLLING.path}${id}`)).status).toBe(400)
    expect((await fetch(`${base}${POLLING.path}${id}`, { method: 'PUT' })).status).toBe(405)
    expect((await Raw.open('nonsense')).status).toBe(200)
    expect(await (await Raw.open('nonsense')).json()).toMatchObject({ code: CLOSE.unknownReport })
  })

  test('is closed to other origins, at every step', async () => {
    const { id } = await suite.world.report(suite.mas)
    expect((await Raw.open(id, { origin: 'https://evil.example' })).status).toBe(403)
    const raw = await Raw.create(id)
    expect((await raw.post('from=1', '', { origin: 'https://evil.example' })).status).toBe(403)
  })

  test('a session is of one report, and cannot be guessed', async () => {
    const [one, other] = [await suite.world.report(suite.mas), await suite.world.report(suite.mas)]
    const { session } = await Raw.create(one.id)
    expect(session).toMatch(/^[\w-]{32}$/)
    const url = `http://127.0.0.1:${suite.server.port}${POLLING.path}${other.id}?after=0`
    expect((await fetch(url, { headers: { [POLLING.session]: session } })).status).toBe(410)
    expect((await fetch(url, { headers: { [POLLING.session]: 'x'.repeat(32) } })).status).toBe(410)
  })

  test('a page that was made for somebody else is refused', async () => {
    const { id } = await suite.world.report(suite.mas)
    const url = `http://127.0.0.1:${suite.server.port}${POLLING.path}${id}?v=${EDITOR_VERSION}&u=${suite.revisor}`
    const refused = await fetch(url, { method: 'POST', headers: { cookie: `user=${suite.mas}` } })
    expect(await refused.json()).toMatchObject({ code: CLOSE.noSession })
  })
})

describe('numbers', () => {
  test('an answer that was lost is given again, one that was confirmed is not', async () => {
    const { id, sections } = await suite.world.report(suite.mas)
    const raw = await Raw.create(id)
    const first = await raw.get(0)
    const last = first.headers.get(POLLING.last)
    const bytes = await first.bytes()
    expect(splitFrames(bytes).length).toBeGreaterThan(0)
    const again = await raw.get(0)
    expect(again.headers.get(POLLING.last)).toBe(last)
    expect(await again.bytes()).toEqual(bytes)

    const neighbour = await suite.join(id)
    type(neighbour.doc, sections[0] ?? '', 'nytt')
    const next = await raw.get(Number(last))
    expect(Number(next.headers.get(POLLING.last))).toBeGreaterThan(Number(last))
    expect(await next.bytes()).not.toEqual(bytes)
  })

  test('frames that came twice count once', async () => {
    const { id } = await suite.world.report(suite.mas)
    const raw = await Raw.create(id)
    const empty = updateMessage(new Uint8Array([0, 0]))
    for (const [from, frames] of [
      [1, 2],
      [1, 2],
      [2, 2],
    ] as const) {
      const body = joinFrames(Array.from({ length: frames }, () => empty))
      expect((await raw.post(`from=${from}`, body)).status).toBe(204)
    }
    let saved = 0
    for (let after = 0; saved < 3; ) {
      const answer = await raw.get(after)
      after = Number(answer.headers.get(POLLING.last))
      for (const frame of splitFrames(await answer.bytes())) if (frame[0] === MESSAGE.saved) saved = frame[1] ?? 0
    }
    expect(saved).toBe(3)
  })

  test('a later request takes the place of the one that waits', async () => {
    const { id } = await suite.world.report(suite.mas)
    const raw = await Raw.create(id)
    const last = Number((await raw.get(0)).headers.get(POLLING.last))
    const waiting = raw.get(last)
    await until('waits', () => here(id) === 1)
    const second = raw.get(last)
    const winner = await Promise.race([waiting, second])
    expect(winner.status).toBe(204)
    await raw.post('bye')
    const statuses = (await Promise.all([waiting, second])).map(({ status }) => status).sort()
    expect(statuses).toEqual([204, 410])
  })

  test.each([
    ['frames are missing', (raw: Raw) => raw.post('from=3', joinFrames([QUESTION])), CLOSE.malformed],
    ['no number', (raw: Raw) => raw.post('from=x', joinFrames([QUESTION])), CLOSE.malformed],
    ['number 0', (raw: Raw) => raw.post('from=0', joinFrames([QUESTION])), CLOSE.malformed],
    ['broken frames', (raw: Raw) => raw.post('from=1', new Uint8Array([1, 2, 3])), CLOSE.malformed],
    ['a malformed message', (raw: Raw) => raw.post('from=1', joinFrames([message(55)])), CLOSE.malformed],
    [
      'too much',
      (raw: Raw) => raw.post('from=1', new Uint8Array(MAX_FRAME_BYTES + 100)).catch(() => {}),
      CLOSE.tooLarge,
    ],
  ])('%s closes the session and nobody else', async (_what, attack, code) => {
    const { id, sections } = await suite.world.report(suite.mas)
    const neighbour = await suite.join(id)
    const raw = await Raw.create(id)
    await attack(raw)
    expect(await raw.closeCode()).toBe(code)
    expect((await raw.get(0)).status).toBe(410)
    type(neighbour.doc, sections[0] ?? '', 'hej')
    await neighbour.allSaved()
  })

  test('confirming what was never sent closes the session', async () => {
    const { id } = await suite.world.report(suite.mas)
    const raw = await Raw.create(id)
    const answer = await raw.get(1_000)
    const code = answer.headers.get(POLLING.close)
    expect(Number(code ?? (await raw.closeCode()))).toBe(CLOSE.malformed)
  })
})

describe('limits', () => {
  test('frames and requests that come too fast close the session', async () => {
    const { id } = await suite.world.report(suite.mas)
    const frames = await Raw.create(id)
    await frames.post('from=1', joinFrames(Array.from({ length: 3_000 }, () => QUESTION)))
    expect(await frames.closeCode()).toBe(CLOSE.tooFast)

    const server = await startCollab(suite.world, { tuning: { messageBurst: 20, messagesPerSecond: 0.001 } })
    const requests = await Raw.create(id, server.port)
    for (let n = 0; n < 25; n += 1) await requests.post('from=1')
    expect(await requests.closeCode().catch(() => CLOSE.tooFast)).toBe(CLOSE.tooFast)
    expect(server.collab.presence.inReport(id)).toEqual([])
    await server.stop()
  })

  test('somebody who does not fetch is closed', async () => {
    const { id, sections } = await suite.world.report(suite.mas)
    const server = await startCollab(suite.world, { tuning: { unsentBytes: 64 * 1024 } })
    const writer = await suite.join(id, { port: server.port })
    const raw = await Raw.create(id, server.port)
    type(writer.doc, sections[0] ?? '', 'x'.repeat(100_000))
    await writer.allSaved()
    expect(await raw.closeCode()).toBe(CLOSE.slowReader)
    await server.stop()
  })

  test('as many sessions as connections are allowed', async () => {
    const { id } = await suite.world.report(suite.mas)
    const server = await startCollab(suite.world, { tuning: { connectionsPerUserAndRoom: 1 } })
    const only = await Raw.create(id, server.port)
    expect(await (await Raw.open(id, {}, server.port)).json()).toMatchObject({ code: CLOSE.tooMany })
    await only.post('bye')
    expect(await (await Raw.open(id, {}, server.port)).json()).toHaveProperty('session')
    await server.stop()
  })

  test('a server that closes answers who waits, and lets nobody new in', async () => {
    const { id } = await suite.world.report(suite.mas)
    const server = await startCollab(suite.world)
    const raw = await Raw.create(id, server.port)
    const code = raw.closeCode()
    await server.collab.close()
    expect(await code).toBe(CLOSE.restarting)
    expect((await Raw.open(id, {}, server.port)).status).toBe(503)
    await server.stop()
  })

  test('1,000 mutated uploads harm nobody', async () => {
    const { id, sections } = await suite.world.report(suite.mas)
    const neighbour = await suite.join(id)
    const random = seeded(20_261_122)
    const good = joinFrames([
      QUESTION,
      message(MESSAGE.sync, 0, new Uint8Array([0])),
      message(MESSAGE.sync, 2, new Uint8Array([0, 0])),
    ])
    let raw = await Raw.create(id)
    let from = 1
    let closes = 0
    for (let n = 0; n < 1_000; n += 1) {
      const body = good.slice()
      for (let flips = random(3); flips > 0; flips -= 1) body[random(body.length)] = random(256)
      const cut = random(6) === 0 ? body.subarray(0, random(body.length)) : body
      const { status } = await raw.post(`from=${from}`, cut)
      from += 3
      if (status === 204 && cut.length === good.length) continue
      closes += 1
      await raw.post('bye')
      raw = await Raw.create(id)
      from = 1
    }
    await raw.post('bye')
    expect(closes).toBeGreaterThan(20)
    type(neighbour.doc, sections[0] ?? '', 'hej')
    await neighbour.allSaved()
    await until('only the neighbour is left', () => here(id) === 1)
    expect(neighbour.closeCode).toBeNull()
  }, 60_000)
})
