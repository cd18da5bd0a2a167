import { readVarUint } from 'lib0/decoding'
import { afterEach, describe, expect, test } from 'vitest'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { testDatabase } from '#db/testing/test-database.ts'
import { CLOSE, MESSAGE } from '#editor/core/collab-protocol.ts'
import { EDITOR_VERSION } from '#editor/core/editor-version.ts'
import { PollingSocket } from '#editor/surface/collab/transport/polling-socket.ts'
import { seeded } from '#server/collab/testing/seeded.ts'
import { collabSuite } from '#server/collab/testing/suite.ts'
import { read, type } from '#server/collab/testing/text.ts'
import { until } from '#server/collab/testing/until.ts'

const database = testDatabase()
const suite = collabSuite(database, { tuning: { heartbeat: 2_000 } })

type Fetch = typeof globalThis.fetch

const withCookie =
  (userId: string, below: Fetch = fetch): Fetch =>
  (url, init) =>
    below(url, { ...init, headers: { ...init?.headers, cookie: `user=${userId}` } })

/** Loses requests before they arrive, and answers after they were given; delays some. The same every time. */
function bad(seed: number): Fetch {
  const random = seeded(seed)
  return async (url, init) => {
    const fate = random(5)
    if (fate === 0) throw new TypeError('lost on the way there')
    const response = await fetch(url, init)
    if (fate !== 1) return response
    await response.arrayBuffer()
    throw new TypeError('lost on the way back')
  }
}

interface Client {
  doc: Y.Doc
  provider: WebsocketProvider
  closes: number[]
  saved: () => number
  sent: () => number
}

const open: WebsocketProvider[] = []

/** A stock provider over long polling. */
function client(reportId: string, fetch: Fetch = withCookie(suite.mas), version: number = EDITOR_VERSION): Client {
  const doc = new Y.Doc()
  const closes: number[] = []
  let saved = 0
  let sent = 0
  class Polling extends PollingSocket {
    constructor(url: string) {
      super(url, { fetch, pauses: [1, 5] })
      sent = 0
    }
    override send(frame: Uint8Array): void {
      super.send(frame)
      if (frame[0] === MESSAGE.sync && frame[1] !== 0) sent += 1
    }
  }
  const provider = new WebsocketProvider(`ws://127.0.0.1:${suite.server.port}/collab`, reportId, doc, {
    WebSocketPolyfill: Polling as unknown as typeof WebSocket,
    params: { v: String(version) },
    disableBc: true,
    connect: false,
  })
  provider.on('connection-close', event => closes.push(event?.code ?? 0))
  provider.messageHandlers[MESSAGE.saved] = (_encoder, decoder) => {
    saved = readVarUint(decoder)
  }
  for (const own of [MESSAGE.changed, MESSAGE.denied, MESSAGE.closing]) provider.messageHandlers[own] = () => {}
  provider.connect()
  open.push(provider)
  return { doc, provider, closes, saved: () => saved, sent: () => sent }
}

const synced = (one: Client): Promise<void> => until('synced', () => one.provider.synced)

afterEach(() => {
  for (const provider of open.splice(0)) provider.destroy()
})

describe('long polling', () => {
  test('carries what a WebSocket carries, both ways, and says what is saved', async () => {
    const { id, sections } = await suite.world.report(suite.mas)
    const [section = ''] = sections
    const neighbour = await suite.join(id)
    const polling = client(id)
    await synced(polling)
    type(polling.doc, section, 'uppåt')
    await until('there', () => read(neighbour.doc, section) === 'uppåt')
    type(neighbour.doc, section, ' och nedåt')
    await until('here', () => read(polling.doc, section) === 'uppåt och nedåt')
    await until('saved', () => polling.saved() === polling.sent() && polling.sent() > 1)
    expect(polling.closes).toEqual([])
  })

  test('loses and repeats nothing while requests and answers are lost', async () => {
    const { id, sections } = await suite.world.report(suite.mas)
    const [section = '', other = ''] = sections
    const neighbour = await suite.join(id)
    const polling = client(id, withCookie(suite.mas, bad(20_261_122)))
    await synced(polling)
    for (let n = 0; n < 60; n += 1) {
      type(polling.doc, section, `${n} `)
      type(neighbour.doc, other, `${n} `)
      await until('a little further', () => polling.sent() - polling.saved() < 3)
    }
    const wanted = Array.from({ length: 60 }, (_, n) => `${n} `).join('')
    await until('all there', () => read(neighbour.doc, section) === wanted)
    await until('all here', () => read(polling.doc, other) === wanted)
    await until('all saved', () => polling.saved() === polling.sent())
    expect(polling.closes).toEqual([])
  }, 60_000)

  test('refuses as a WebSocket does, with the same codes', async () => {
    const { id } = await suite.world.report(suite.mas)
    const stranger = await suite.world.user('Nämndsekreterare', null)
    const refusals: [Client, number][] = [
      [client(id, fetch), CLOSE.noSession],
      [client(id, withCookie(stranger)), CLOSE.noRights],
      [client(crypto.randomUUID()), CLOSE.unknownReport],
      [client(id, withCookie(suite.mas), EDITOR_VERSION + 1), CLOSE.oldEditor],
    ]
    for (const [refused, code] of refusals) await until('closed', () => refused.closes[0] === code)
  })

  test('a reader’s text is denied, and a lock closes nothing', async () => {
    const { id, sections } = await suite.world.report(suite.mas)
    const [section = ''] = sections
    const neighbour = await suite.join(id)
    const reader = client(id, withCookie(suite.revisor))
    await synced(reader)
    const denied = new Promise<void>(resolve => {
      reader.provider.messageHandlers[MESSAGE.denied] = () => resolve()
    })
    type(reader.doc, section, 'får inte')
    await denied
    type(neighbour.doc, section, 'får')
    await neighbour.allSaved()
    expect(read(neighbour.doc, section)).toBe('får')
  })

  test('who leaves is gone at once, who disappears after two heartbeats', async () => {
    const { id } = await suite.world.report(suite.mas)
    const here = (): number => suite.server.collab.presence.inReport(id).length
    const polite = client(id)
    await synced(polite)
    expect(here()).toBe(1)
    polite.provider.destroy()
    await until('left', () => here() === 0)

    let isGone = false
    const vanished: Fetch = (url, init) => (isGone ? Promise.reject(new TypeError('gone')) : fetch(url, init))
    const other = client(id, withCookie(suite.mas, vanished))
    await synced(other)
    isGone = true
    other.provider.shouldConnect = false
    await until('missed', () => here() === 0, 15_000)
  })

  test('a server that closes tells, and clients come back to the next one', async () => {
    const { id, sections } = await suite.world.report(suite.mas)
    const [section = ''] = sections
    const polling = client(id)
    await synced(polling)
    type(polling.doc, section, 'före')
    await until('saved', () => polling.saved() === polling.sent())
    await suite.restart()
    expect(polling.closes[0]).toBe(CLOSE.restarting)
    const after = client(id)
    await synced(after)
    expect(read(after.doc, section)).toBe('före')
  })
})
