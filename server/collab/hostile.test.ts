import { connect as connectSocket } from 'node:net'
import { createEncoder, toUint8Array, writeUint8, writeVarString, writeVarUint } from 'lib0/encoding'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { testDatabase } from '#db/testing/test-database.ts'
import { CLOSE, MAX_FRAME_BYTES, MESSAGE } from '#editor/core/collab-protocol.ts'
import { readLog } from '../testing/read-log.ts'
import { goodFrames, mutant } from './testing/mutants.ts'
import { seeded } from './testing/seeded.ts'
import { collabSuite } from './testing/suite.ts'
import { message, TestClient, updateMessage } from './testing/test-client.ts'
import { addParagraph, read, type } from './testing/text.ts'
import { until } from './testing/until.ts'
import { startCollab } from './testing/world.ts'

const database = testDatabase()
const suite = collabSuite(database)

const rowsOf = (reportId: string) => readLog(database.db, reportId)

/** Varints, strings and single bytes, the way a hostile client writes an update by hand. */
function bytes(...fields: (number | string | { byte: number })[]): Uint8Array {
  const encoder = createEncoder()
  for (const field of fields) {
    if (typeof field === 'number') writeVarUint(encoder, field)
    else if (typeof field === 'string') writeVarString(encoder, field)
    else writeUint8(encoder, field.byte)
  }
  return toUint8Array(encoder)
}

/** First byte of a text that stands to the right of another item. */
const TEXT_AFTER = { byte: 0x84 }
const STRING_AT_ROOT = [4, 1] as const

describe('a malformed frame closes its connection with 4400 and nothing is stored:', () => {
  const client = 77
  const cases: [string, Uint8Array][] = [
    ['nothing', new Uint8Array()],
    ['an unknown type', message(55)],
    ['one of our own messages', message(MESSAGE.saved, 1)],
    ['authentication', message(2, 0)],
    ['an unknown sync step', message(MESSAGE.sync, 3, new Uint8Array([0, 0]))],
    ['half a message', new Uint8Array([0, 2, 200])],
    ['bytes after the message', new Uint8Array([...updateMessage(new Uint8Array([0, 0])), 0])],
    ['an empty update', updateMessage(new Uint8Array())],
    ['half an update', updateMessage(new Uint8Array([1, 1]))],
    ['bytes after the update', updateMessage(new Uint8Array([0, 0, 0]))],
    ['an unknown content', updateMessage(bytes(1, 1, client, 0, 31, 1, 'a', 0))],
    ['an unknown type of content', updateMessage(bytes(1, 1, client, 0, 7, 1, 'a', 99, 0))],
    ['a struct of no length', updateMessage(bytes(1, 1, client, 0, 0, 0, 0))],
    ['a text of no length', updateMessage(bytes(1, 1, client, 0, ...STRING_AT_ROOT, 'a', '', 0))],
    ['a document in the document', updateMessage(subdocument())],
    ['an item that refers to itself', updateMessage(bytes(1, 1, client, 0, TEXT_AFTER, client, 0, 'x', 0))],
    ['an item that refers to a later one', updateMessage(bytes(1, 1, client, 0, TEXT_AFTER, client, 5, 'x', 0))],
    [
      'the same client twice',
      updateMessage(
        bytes(
          3,
          1,
          client,
          0,
          ...STRING_AT_ROOT,
          'a',
          'x',
          1,
          78,
          0,
          ...STRING_AT_ROOT,
          'a',
          'y',
          1,
          client,
          1,
          0,
          1,
          0,
        ),
      ),
    ],
    [
      '300,000 structs',
      updateMessage(
        Buffer.concat([bytes(1, 300_000, client, 0), Buffer.from('0001'.repeat(300_000), 'hex'), bytes(0)]),
      ),
    ],
    ['half a state vector', message(MESSAGE.sync, 0, new Uint8Array([5, 1]))],
    ['an awareness that ends early', message(MESSAGE.awareness, new Uint8Array([3, 1]))],
    ['awareness of thousands', message(MESSAGE.awareness, bytes(5_000))],
  ]

  function subdocument(): Uint8Array {
    const doc = new Y.Doc()
    doc.getMap('m').set('d', new Y.Doc())
    return Y.encodeStateAsUpdate(doc)
  }

  test.each(cases)('%s', async (_what, frame) => {
    const { id, sections } = await suite.world.report(suite.mas)
    const neighbour = await suite.join(id)
    const a = await suite.join(id, { silent: true })
    a.ws.send(frame)
    expect(await a.closed).toBe(CLOSE.malformed)
    expect(await rowsOf(id)).toHaveLength(0)
    type(neighbour.doc, sections[0] ?? '', 'hej')
    await neighbour.allSaved()
  })

  test('a text frame', async () => {
    const { id } = await suite.world.report(suite.mas)
    const a = await suite.join(id)
    a.ws.send('hello')
    expect(await a.closed).toBe(CLOSE.malformed)
  })
})

test('a circle of updates that wait for each other is not taken', async () => {
  const { id } = await suite.world.report(suite.mas)
  const a = await suite.join(id, { silent: true })
  // 1:0 stands after 2:1, and 2:0 after 1:1: Yjs would keep both aside for ever.
  const circle = bytes(
    2,
    2,
    2,
    0,
    TEXT_AFTER,
    1,
    1,
    'x',
    TEXT_AFTER,
    2,
    0,
    'y',
    2,
    1,
    0,
    TEXT_AFTER,
    2,
    1,
    'x',
    TEXT_AFTER,
    1,
    0,
    'y',
    0,
  )
  const doc = new Y.Doc()
  Y.applyUpdate(doc, circle)
  expect(doc.store.pendingStructs).not.toBeNull()
  a.send(updateMessage(circle))
  await until('asked', () => a.asked === 2)
  expect(await rowsOf(id)).toHaveLength(0)
})

describe('the WebSocket below', () => {
  test('a frame that is too large closes with 1009', async () => {
    const { id } = await suite.world.report(suite.mas)
    const a = await suite.join(id)
    a.ws.send(new Uint8Array(MAX_FRAME_BYTES + 1))
    expect(await a.closed).toBe(CLOSE.tooLarge)
  })

  test('invalid frames and half a handshake hurt nobody', async () => {
    const { id, sections } = await suite.world.report(suite.mas)
    const neighbour = await suite.join(id)
    const handshake =
      `GET /collab/${id} HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
      `Cookie: user=${suite.mas}\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`
    const endings = [
      Buffer.from(handshake.slice(0, 90)),
      Buffer.from(handshake.replace('13', '12')),
      Buffer.from(handshake.replace('dGhl', '')),
      // Reserved bits; an unmasked frame; an oversized control frame; 2^63 bytes.
      ...['f0ff', '820100', '89fe0100', '82ffffffffffffffffff'].map(hex =>
        Buffer.concat([Buffer.from(handshake), Buffer.from(hex, 'hex')]),
      ),
    ]
    for (const ending of endings) {
      const socket = connectSocket(suite.server.port, '127.0.0.1')
      socket.on('error', () => {})
      await new Promise<void>(resolve => socket.on('connect', resolve))
      socket.write(ending)
      await Promise.race([
        new Promise(resolve => socket.on('close', resolve)),
        new Promise(resolve => socket.on('data', resolve)),
        until('handled', async () => false, 100).catch(() => {}),
      ])
      socket.destroy()
    }
    type(neighbour.doc, sections[0] ?? '', 'hej')
    await neighbour.allSaved()
    await until('only the neighbour is left', () => suite.server.collab.presence.inReport(id).length === 1)
  })

  test('somebody who sends too fast is closed, the neighbour is not', async () => {
    const { id, sections } = await suite.world.report(suite.mas)
    const neighbour = await suite.join(id)
    const a = await suite.join(id)
    for (let n = 0; n < 5_000; n += 1) a.ws.send(message(MESSAGE.queryAwareness))
    expect(await a.closed).toBe(CLOSE.tooFast)
    type(neighbour.doc, sections[0] ?? '', 'hej')
    await neighbour.allSaved()
  })

  test('somebody who sends too much is closed, the neighbour is not', async () => {
    const { id, sections } = await suite.world.report(suite.mas)
    const server = await startCollab(suite.world, { tuning: { byteBurst: 256 * 1024, bytesPerSecond: 1 } })
    const neighbour = await suite.join(id, { port: server.port })
    const a = await suite.join(id, { port: server.port })
    for (let n = 0; n < 6; n += 1) addParagraph(a.doc, sections[0] ?? '', 'x'.repeat(60_000))
    expect(await a.closed).toBe(CLOSE.tooFast)
    type(neighbour.doc, sections[1] ?? '', 'hej')
    await neighbour.allSaved()
    // What came before the limit is whole.
    await until('shown', () => read(neighbour.doc, sections[0] ?? '').length >= 4 * 60_000)
    expect(neighbour.closeCode).toBeNull()
    await server.stop()
  })

  test('somebody who does not read is closed', async () => {
    const { id, sections } = await suite.world.report(suite.mas)
    const server = await startCollab(suite.world, { tuning: { unsentBytes: 256 * 1024 } })
    const writer = await suite.join(id, { port: server.port })
    const reader = await suite.join(id, { port: server.port, userId: suite.revisor })
    reader.ws.pause()
    for (let n = 0; n < 60 && server.collab.presence.inReport(id).length === 2; n += 1) {
      addParagraph(writer.doc, sections[0] ?? '', 'x'.repeat(500_000))
      await writer.allSaved()
    }
    expect(server.collab.presence.inReport(id)).toHaveLength(1)
    reader.ws.resume()
    expect(await reader.closed).toBe(CLOSE.slowReader)
    await writer.allSaved()
    await server.stop()
  }, 40_000)
})

/** The server has handled what was sent: it answers a ping, or has closed. */
function answered({ ws, closed }: TestClient): Promise<unknown> {
  const pong = new Promise(resolve => ws.once('pong', resolve))
  ws.ping()
  return Promise.race([pong, closed])
}

test('300 mutated frames over sockets: no crash, no harm to the neighbours, nothing stored that cannot be read', async () => {
  const { id, sections } = await suite.world.report(suite.mas)
  const [section = ''] = sections
  const [a, b] = [await suite.join(id), await suite.join(id)]
  const random = seeded(20_240_611)
  const frames = goodFrames(a.doc, section, random)
  const open = (): TestClient =>
    new TestClient({ port: suite.server.port, reportId: id, userId: suite.mas, silent: true })
  let attacker = await open().ready()
  let closes = 0
  for (let n = 0; n < 300; n += 1) {
    if (attacker.closeCode !== null || attacker.ws.readyState !== attacker.ws.OPEN) {
      await attacker.closed
      closes += 1
      attacker = await open().ready()
    }
    attacker.ws.send(mutant(frames, random))
    await answered(attacker)
    if (n % 2 === 0) type(a.doc, sections[1] ?? '', 'x')
  }
  attacker.ws.terminate()
  await attacker.closed
  expect(closes).toBeGreaterThan(20)
  await a.allSaved()
  await until('the neighbours agree', () => read(b.doc, sections[1] ?? '').length === 150)
  expect(a.closeCode).toBeNull()
  expect(b.closeCode).toBeNull()

  const rows = await rowsOf(id)
  const result = await suite.server.documents.fold(id)
  expect(result.unusable).toEqual([])
  const replay = new Y.Doc()
  Y.applyUpdate(replay, result.state)
  expect(replay.store.pendingStructs).toBeNull()
  expect(replay.store.pendingDs).toBeNull()
  expect(rows.length).toBeGreaterThanOrEqual(150)
  await until('and a newcomer sees the same', () => read(a.doc, section) === read(b.doc, section))
  const c = await suite.join(id)
  expect(Y.encodeStateVector(c.doc)).toEqual(Y.encodeStateVector(replay))
  expect(c.doc.getXmlFragment(section).toString()).toBe(a.doc.getXmlFragment(section).toString())
}, 120_000)
