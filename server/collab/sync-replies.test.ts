import { describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { Base } from './base.ts'
import { MalformedError } from './malformed.ts'
import { readMessage, updateFrame } from './messages.ts'
import type { TailEntry } from './room-text.ts'
import { StateShelf } from './state-shelf.ts'
import { SyncReplies } from './sync-replies.ts'

const baseOf = (doc: Y.Doc): Base =>
  new Base({ state: Y.encodeStateAsUpdate(doc), stateVector: Y.encodeStateVector(doc) })

const shelf = new StateShelf(60_000)

const entryOf = (bytes: Uint8Array): TailEntry => ({
  userId: '',
  bytes,
  frame: updateFrame(bytes),
  seq: 1,
  receipts: [],
  rights: '',
  origin: null,
  isForeign: false,
  takenAt: 0,
})

/** A document of so many characters, with something deleted in it. */
function written(length: number): Y.Doc {
  const doc = new Y.Doc()
  doc.getText('t').insert(0, 'x'.repeat(length))
  doc.getText('t').insert(0, 'abc')
  doc.getText('t').delete(1, 1)
  return doc
}

/** The frames of a reply, which are short enough for a header of 2, 4 or 10 bytes. */
function* framesOf(reply: Uint8Array): Generator<Uint8Array> {
  const bytes = Buffer.from(reply)
  for (let at = 0; at < bytes.length; ) {
    const short = bytes[at + 1] ?? 0
    const header = short < 126 ? 2 : short === 126 ? 4 : 10
    const length =
      short < 126 ? short : short === 126 ? bytes.readUInt16BE(at + 2) : Number(bytes.readBigUInt64BE(at + 2))
    yield bytes.subarray(at + header, at + header + length)
    at += header + length
  }
}

/** Applies a reply as a client does. @returns which of its frames were a step 2 */
function apply(doc: Y.Doc, reply: Uint8Array[]): boolean[] {
  return [...framesOf(Buffer.concat(reply))].map(frame => {
    const message = readMessage(frame)
    if (message.kind !== 'update') throw new Error(message.kind)
    Y.applyUpdate(doc, message.update)
    return message.isAnswer
  })
}

const worker = () => vi.fn(async (state: Uint8Array, stateVector: Uint8Array) => Y.diffUpdate(state, stateVector))

describe.each([
  ['a small', 100],
  ['a large', 100_000],
])('%s document', (_size, length) => {
  test('is brought up to date from nothing, from a part, and from everything', async () => {
    const doc = written(length)
    const diff = worker()
    const replies = new SyncReplies(baseOf(doc), diff, shelf)
    const part = new Y.Doc()
    Y.applyUpdate(part, Y.encodeStateAsUpdate(doc))
    doc.getText('t').insert(5, 'mer')
    replies.rebase(baseOf(doc))
    doc.getText('t').delete(0, 1)
    const tail = [entryOf(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(doc)))]
    const ahead = new Y.Doc()
    Y.applyUpdate(ahead, Y.encodeStateAsUpdate(doc))
    ahead.getText('t').insert(0, 'eget ')
    for (const client of [new Y.Doc(), part, ahead]) {
      const own = client === ahead ? 'eget ' : ''
      const steps = apply(client, (await replies.reply(Y.encodeStateVector(client), tail)) ?? [])
      expect(client.getText('t').toString()).toBe(own + doc.getText('t').toString())
      // "Synced" is said once, and last.
      expect(steps).toEqual([false, false, true])
    }
    // Only for the part: everything lacks but the deletions, which are found without the worker.
    expect(diff).toHaveBeenCalledTimes(length > 1_000 ? 1 : 0)
  })

  test('is answered anew after a fold', async () => {
    const doc = written(length)
    const replies = new SyncReplies(baseOf(doc), worker(), shelf)
    const client = new Y.Doc()
    client.getText('other').insert(0, 'y')
    const stateVector = Y.encodeStateVector(client)
    await replies.reply(stateVector, [])
    await replies.reply(new Uint8Array([0]), [])
    doc.getText('t').insert(0, 'nytt ')
    replies.rebase(baseOf(doc))
    for (const asked of [stateVector, new Uint8Array([0])]) {
      const fresh = new Y.Doc()
      apply(fresh, (await replies.reply(asked, [])) ?? [])
      expect(fresh.getText('t').toString()).toBe(doc.getText('t').toString())
    }
  })
})

test('clients that come back together share one diff', async () => {
  const doc = written(100_000)
  const diff = worker()
  const replies = new SyncReplies(baseOf(doc), diff, shelf)
  const old = new Y.Doc()
  old.getText('other').insert(0, 'y')
  const stateVector = Y.encodeStateVector(old)
  await Promise.all(Array.from({ length: 20 }, () => replies.reply(stateVector, [])))
  await replies.reply(stateVector, [])
  expect(diff).toHaveBeenCalledOnce()
  // Those who have everything share the deletions, whatever else they have.
  await Promise.all(
    Array.from({ length: 20 }, () => {
      const ahead = new Y.Doc()
      Y.applyUpdate(ahead, Y.encodeStateAsUpdate(doc))
      ahead.getText('t').insert(0, 'eget')
      return replies.reply(Y.encodeStateVector(ahead), [])
    }),
  )
  expect(diff).toHaveBeenCalledOnce()
})

test('a diff that failed is tried again', async () => {
  const doc = written(100_000)
  const diff = worker().mockRejectedValueOnce(new Error('no worker'))
  const replies = new SyncReplies(baseOf(doc), diff, shelf)
  const old = new Y.Doc()
  old.getText('other').insert(0, 'y')
  const ask = async () => replies.reply(Y.encodeStateVector(old), [])
  await expect(ask()).rejects.toThrow('no worker')
  await expect(ask()).resolves.toBeDefined()
})

test('half a state vector is malformed', () => {
  const replies = new SyncReplies(baseOf(written(1)), worker(), shelf)
  expect(() => replies.reply(new Uint8Array([5, 1]), [])).toThrow(MalformedError)
})

test('what was released is not answered from before it is restored; the deletions are kept', async () => {
  const doc = written(100)
  const base = baseOf(doc)
  const replies = new SyncReplies(base, worker(), shelf)
  const { state, stateVector } = base
  const all = await replies.reply(stateVector, [])
  replies.release()
  expect(await replies.reply(stateVector, [])).toEqual(all)
  expect(replies.reply(new Uint8Array([0]), [])).toBeNull()
  replies.restore(state ?? new Uint8Array())
  const fresh = new Y.Doc()
  apply(fresh, (await replies.reply(new Uint8Array([0]), [])) ?? [])
  expect(fresh.getText('t').toString()).toBe(doc.getText('t').toString())
})
