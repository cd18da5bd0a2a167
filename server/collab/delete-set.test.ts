import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { deletionsOfState } from './delete-set.ts'
import { MalformedError } from './malformed.ts'
import { seeded } from './testing/seeded.ts'

const ATTRIBUTES = [null, true, false, 7, -2.5, 1e300, 'å', [1, ['två']], { a: { b: null, c: undefined, d: 10n } }]
const CONTENTS: ((random: (below: number) => number) => unknown)[] = [
  random => ATTRIBUTES[random(ATTRIBUTES.length)],
  random => Uint8Array.from({ length: random(200) }, () => random(256)),
  () => new Y.XmlElement('paragraph'),
  () => new Y.XmlHook('hook'),
  () => new Y.Map(),
  () => new Y.Text('ord'),
  () => new Y.Doc({ guid: 'inner', meta: { a: 1 } }),
]

/** One change of any kind that Yjs has. */
function change(doc: Y.Doc, random: (below: number) => number): void {
  const [list, text, map] = [doc.getArray('list'), doc.getText('text'), doc.getMap('map')]
  const what = random(8)
  if (what < 3) list.insert(random(list.length + 1), [CONTENTS[random(CONTENTS.length)]?.(random)])
  else if (what === 3 && list.length > 0) list.delete(random(list.length), 1)
  else if (what === 4) text.insert(random(text.length + 1), 'åäö och 🎉 '.repeat(1 + random(20)))
  else if (what === 5 && text.length > 2) text.format(random(text.length - 1), 1, { bold: random(2) ? {} : null })
  else if (what === 6 && text.length > 2) text.delete(random(text.length - 1), 2)
  else if (what === 7) text.insertEmbed(random(text.length + 1), { image: random(1_000_000) })
  else map.set(`k${random(5)}`, CONTENTS[random(CONTENTS.length)]?.(random))
}

/** Three people, who hear of each other now and then. */
function written(seed: number, gc: boolean): Y.Doc {
  const random = seeded(seed)
  const docs = Array.from({ length: 3 }, () => Object.assign(new Y.Doc({ gc }), { clientID: random(2 ** 32 - 1) }))
  for (let step = 0; step < 150; step += 1) {
    const [from, to] = [docs[random(3)], docs[random(3)]]
    if (!from || !to) continue
    change(from, random)
    if (random(4) === 0) Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)))
  }
  const all = new Y.Doc({ gc })
  for (const doc of docs) Y.applyUpdate(all, Y.encodeStateAsUpdate(doc))
  return all
}

describe('the deletions of a state are the bytes that Yjs takes out of it', () => {
  test.each(Array.from({ length: 60 }, (_, seed) => seed))('document %i', seed => {
    const doc = written(seed, seed % 3 > 0)
    const [state, stateVector] = [Y.encodeStateAsUpdate(doc), Y.encodeStateVector(doc)]
    const deletions = Buffer.from(deletionsOfState(state))
    expect(deletions).toEqual(Buffer.from(Y.diffUpdate(state, stateVector)))
    expect(deletions).toEqual(Buffer.from(Y.encodeStateAsUpdate(doc, stateVector)))
  })

  test('of several states merged without a document, which leaves holes', () => {
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', update => updates.push(update))
    for (const word of ['ett', 'två', 'tre']) doc.getText('text').insert(0, word)
    const [first, , third] = updates as [Uint8Array, Uint8Array, Uint8Array]
    const holed = Y.mergeUpdates([first, third])
    expect(Y.decodeUpdate(holed).structs.some(struct => struct instanceof Y.Skip)).toBe(true)
    expect([...deletionsOfState(holed)]).toEqual([0, 0])
  })

  test('of what older versions of Yjs wrote as JSON', () => {
    const json = Uint8Array.of(1, 1, 5, 0, 0x02, 1, 1, 't'.charCodeAt(0), 2, 1, 0x31, 1, 0x32, 1, 9, 1, 0, 3)
    expect([...deletionsOfState(json)]).toEqual([0, 1, 9, 1, 0, 3])
    expect([...Y.diffUpdate(json, Y.encodeStateVectorFromUpdate(json))]).toEqual([0, 1, 9, 1, 0, 3])
  })
})

test('a state that is cut off is refused', () => {
  const doc = new Y.Doc()
  doc.getText('text').insert(0, 'ord')
  const state = Y.encodeStateAsUpdate(doc)
  for (let length = 0; length < state.length; length += 1) {
    expect(() => deletionsOfState(state.subarray(0, length))).toThrow(MalformedError)
  }
})
