import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createEncoder, toUint8Array, writeVarUint } from 'lib0/encoding'
import { describe, expect, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { Acknowledgements } from './acknowledgements.ts'
import { Clocks } from './clocks.ts'
import { DeletedRanges } from './deleted-ranges.ts'
import { binaryFrame, numbersFrame } from './frame.ts'
import { rawSocket } from './raw-socket.ts'
import { seeded } from './testing/seeded.ts'

test('numbersFrame writes what lib0 reads, in one buffer or with the rest after it', () => {
  const numbers = [0, 1, 127, 128, 16_383, 16_384, 2 ** 31, 2 ** 32 - 1, 2 ** 53 - 1]
  for (const length of [0, 1, 60, 90, 91, 92, 93, 65_500, 65_536, 70_000]) {
    const rest = Uint8Array.from({ length }, (_, index) => index % 256)
    const encoder = createEncoder()
    for (const number of numbers) writeVarUint(encoder, number)
    const expected = binaryFrame(toUint8Array(encoder), rest)
    expect(Buffer.compare(numbersFrame(numbers, rest, true), expected)).toBe(0)
    expect(Buffer.compare(Buffer.concat([numbersFrame(numbers, rest, false), rest]), expected)).toBe(0)
  }
})

describe('binaryFrame', () => {
  test.each([0, 1, 125, 126, 65_535, 65_536, 100_000])('of %i bytes is what a WebSocket client reads', async length => {
    const http = createServer()
    const server = new WebSocketServer({ server: http, perMessageDeflate: false })
    await new Promise<void>(resolve => http.listen(0, '127.0.0.1', resolve))
    const payload = Buffer.alloc(length, 7)
    server.on('connection', ws => {
      rawSocket(ws)?.write(Buffer.concat([binaryFrame(payload), binaryFrame(payload.subarray(0, 1), payload)]))
      // ws's own frames fall between ours.
      ws.send('end')
    })
    const client = new WebSocket(`ws://127.0.0.1:${(http.address() as AddressInfo).port}`)
    const heard: [Buffer, boolean][] = []
    await new Promise<void>(resolve =>
      client.on('message', (data: Buffer, isBinary) => {
        heard.push([data, isBinary])
        if (!isBinary) resolve()
      }),
    )
    expect(heard).toEqual([
      [payload, true],
      [Buffer.concat([payload.subarray(0, 1), payload]), true],
      [Buffer.from('end'), false],
    ])
    client.terminate()
    server.close()
    http.close()
  })
})

test('DeletedRanges agrees with a set of single ticks', () => {
  const random = seeded(7)
  for (let round = 0; round < 50; round += 1) {
    const ranges = new DeletedRanges()
    const ticks = new Set<number>()
    for (let step = 0; step < 60; step += 1) {
      const from = random(100)
      const to = from + 1 + random(12)
      const covered = Array.from({ length: to - from }, (_, index) => ticks.has(from + index)).every(Boolean)
      expect(ranges.cover(1, { from, to })).toBe(covered)
      expect(ranges.cover(2, { from, to })).toBe(false)
      if (random(2)) continue
      ranges.add(1, { from, to })
      for (let tick = from; tick < to; tick += 1) ticks.add(tick)
    }
  }
})

describe('Acknowledgements', () => {
  test('tell a number up to which all messages are settled, once', () => {
    const acknowledgements = new Acknowledgements()
    expect([1, 2, 3].map(() => acknowledgements.next())).toEqual([1, 2, 3])
    expect(acknowledgements.news()).toBeNull()
    acknowledgements.settle(2)
    expect(acknowledgements.news()).toBeNull()
    acknowledgements.settle(1)
    expect(acknowledgements.news()).toBe(2)
    expect(acknowledgements.news()).toBeNull()
    acknowledgements.settle(3)
    expect(acknowledgements.news()).toBe(3)
  })
})

describe('Clocks', () => {
  test('cover what they have, and never go back', () => {
    const clocks = new Clocks()
    clocks.advance(1, 5)
    clocks.advance(1, 3)
    clocks.advance(2 ** 32, 2 ** 40)
    const same = Clocks.decode(clocks.encode())
    expect(same.of(1)).toBe(5)
    expect(same.of(2 ** 32)).toBe(2 ** 40)
    expect(same.cover(clocks)).toBe(true)
    same.advance(3, 1)
    expect(clocks.cover(same)).toBe(false)
    clocks.merge(same)
    expect(clocks.cover(same)).toBe(true)
  })
})
