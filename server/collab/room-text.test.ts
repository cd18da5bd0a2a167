import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { RoomText, type Verdict } from './room-text.ts'
import { seeded } from './testing/seeded.ts'
import { readUpdate } from './update.ts'

const EMPTY = { state: new Uint8Array([0, 0]), stateVector: new Uint8Array([0]), deletions: new Uint8Array([0, 0]) }

/** Everything that three people wrote, deleted and undid, each hearing of the others now and then. */
function history(seed: number, steps: number): Uint8Array[] {
  const random = seeded(seed)
  const updates: Uint8Array[] = []
  const docs = [1, 2, 3].map(client => {
    const doc = new Y.Doc()
    doc.clientID = client
    doc.on('update', (update, origin) => origin !== 'other' && updates.push(update))
    return doc
  })
  for (let step = 0; step < steps; step += 1) {
    const doc = docs[random(3)] ?? new Y.Doc()
    const fragment = doc.getXmlFragment('section')
    const paragraph = fragment.length > 0 ? fragment.get(random(fragment.length)) : null
    const what = random(6)
    if (what === 0 || !(paragraph instanceof Y.XmlElement)) {
      const added = new Y.XmlElement('paragraph')
      fragment.insert(random(fragment.length + 1), [added])
      added.push([new Y.XmlText('text')])
    } else if (what === 1 && fragment.length > 1) fragment.delete(random(fragment.length), 1)
    else if (what === 2) paragraph.setAttribute('level', String(random(9)))
    else {
      const text = paragraph.get(0)
      if (text instanceof Y.XmlText) {
        if (what === 3 && text.length > 1) text.delete(random(text.length - 1), 1)
        else text.insert(random(text.length + 1), `w${step}`)
      }
    }
    if (random(3) === 0) {
      const other = docs[random(3)]
      if (other) Y.applyUpdate(other, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(other)), 'other')
    }
  }
  return updates
}

function take(text: RoomText, bytes: Uint8Array): Verdict {
  const update = readUpdate(bytes)
  const verdict = text.judge(update)
  if (verdict instanceof Map) text.append(update, verdict, 'user')
  return verdict
}

describe('the judgement without a document agrees with Yjs', () => {
  test.each(Array.from({ length: 40 }, (_, seed) => seed))('history %i, out of order and with losses', seed => {
    const random = seeded(seed + 1_000)
    const text = new RoomText({ ...EMPTY }, [])
    text.learnDeletions(EMPTY.deletions)
    const doc = new Y.Doc({ gc: false })
    const known = (bytes: Uint8Array): boolean => {
      const copy = new Y.Doc({ gc: false })
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
      Y.applyUpdate(copy, bytes)
      return Y.equalSnapshots(Y.snapshot(copy), Y.snapshot(doc))
    }
    for (const bytes of history(seed, 60)) {
      if (random(8) === 0) continue
      const trial = new Y.Doc({ gc: false })
      Y.applyUpdate(trial, Y.encodeStateAsUpdate(doc))
      Y.applyUpdate(trial, bytes)
      const pending = trial.store.pendingStructs !== null || trial.store.pendingDs !== null
      const verdict = take(text, bytes)
      if (verdict === 'gap') expect(pending).toBe(true)
      else {
        expect(pending).toBe(false)
        // Not the other way round: an item whose parent was deleted meanwhile is deleted with no update saying so.
        if (verdict === 'known') expect(known(bytes)).toBe(true)
        Y.applyUpdate(doc, bytes)
      }
      expect(new Map(Y.decodeStateVector(text.clocks.encode()))).toEqual(Y.decodeStateVector(Y.encodeStateVector(doc)))
    }
    // What somebody has who was away is taken in one piece, and then known.
    const whole = new Y.Doc()
    for (const bytes of history(seed, 60)) Y.applyUpdate(whole, bytes)
    const answer = Y.encodeStateAsUpdate(whole, text.clocks.encode())
    expect(take(text, answer)).not.toBe('gap')
    // A fold knows the deletions that no update spells out.
    const stateVector = Y.encodeStateVector(whole)
    text.rebase(
      { state: Y.encodeStateAsUpdate(whole), stateVector, deletions: Y.encodeStateAsUpdate(whole, stateVector) },
      () => true,
    )
    expect(take(text, Y.encodeStateAsUpdate(whole))).toBe('known')
    const replay = new Y.Doc()
    for (const { bytes } of text.tail) Y.applyUpdate(replay, bytes)
    expect(replay.getXmlFragment('section').toString()).toBe(whole.getXmlFragment('section').toString())
  })
})

describe('RoomText', () => {
  const [first, second, third] = (() => {
    const updates: Uint8Array[] = []
    const doc = new Y.Doc()
    doc.on('update', update => updates.push(update))
    const text = doc.getText('t')
    text.insert(0, 'a')
    text.insert(1, 'b')
    text.delete(0, 1)
    return [0, 1, 2].map(index => updates[index] ?? new Uint8Array())
  })() as [Uint8Array, Uint8Array, Uint8Array]

  test('cannot tell whether deletions are new before it has learnt its own', () => {
    const state = Y.mergeUpdates([first, second, third])
    const stateVector = Y.encodeStateVectorFromUpdate(state)
    const text = new RoomText({ state, stateVector, deletions: null }, [])
    expect(take(text, third)).toBe('unsure')
    text.learnDeletions(Y.diffUpdate(state, stateVector))
    expect(take(text, third)).toBe('known')
  })

  test('reads a log whose rows stand before what they build on', () => {
    const rows = [second, first].map((data, index) => ({ seq: index + 1, data }))
    expect(take(new RoomText({ ...EMPTY }, rows), third)).toBeInstanceOf(Map)
  })

  test('forgets what is taken back', () => {
    const text = new RoomText({ ...EMPTY }, [])
    for (const bytes of [first, second]) take(text, bytes)
    text.remove(text.tail.slice(1))
    expect(take(text, third)).toBeInstanceOf(Map)
    expect(take(text, second)).toBeInstanceOf(Map)
  })

  test('keeps what was not folded when the state moves on', () => {
    const text = new RoomText({ ...EMPTY }, [])
    for (const bytes of [first, second]) take(text, bytes)
    const [folded] = text.tail
    text.rebase({ state: first, stateVector: Y.encodeStateVectorFromUpdate(first), deletions: null }, e => e !== folded)
    expect(text.tail.map(entry => Buffer.from(entry.bytes))).toEqual([Buffer.from(second)])
    expect(take(text, third)).toBeInstanceOf(Map)
    expect(text.size).toBe(first.length + second.length + third.length)
  })
})
