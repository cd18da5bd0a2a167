import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { Clocks } from './clocks.ts'
import { DeletedRanges } from './deleted-ranges.ts'
import { FragmentIndex } from './fragment-index.ts'
import { integrate } from './integrate.ts'
import { seeded } from './testing/seeded.ts'
import { rootOf, Writer } from './testing/writers.ts'
import { readUpdate, type Update } from './update.ts'

/** A room's text as far as the index needs it, beside a live document that says what is true. */
class Beside {
  readonly live = new Y.Doc()
  readonly clocks = new Clocks()
  readonly deleted = new DeletedRanges()
  readonly index = new FragmentIndex()

  touched(update: Update): { roots: string[]; nowhere: boolean; unclear: boolean } {
    const { written, deleted } = this.index.touched(update, this.clocks, this.deleted)
    return {
      roots: [...new Set([...written.roots, ...deleted.roots])].sort(),
      nowhere: written.nowhere,
      unclear: written.unclear || deleted.unclear,
    }
  }

  /** @returns the roots that the index names, and those of types that the live document changed; null for a gap */
  take(bytes: Uint8Array): { named: string[]; changed: string[] } | null {
    const update = readUpdate(bytes)
    if (!integrate(update, this.clocks)) return null
    const named = this.touched(update).roots
    const moved = this.index.add(update, this.clocks)
    for (const [client, clock] of moved ?? []) this.clocks.advance(client, clock)
    for (const { client, range } of update.deletions) this.deleted.add(client, range)
    const changed = new Set<string>()
    const note = (transaction: Y.Transaction): void => {
      for (const type of transaction.changed.keys()) changed.add(rootOf(type))
    }
    this.live.on('afterTransaction', note)
    Y.applyUpdate(this.live, bytes)
    this.live.off('afterTransaction', note)
    return { named, changed: [...changed].sort() }
  }
}

/** Every tick of a live document that Yjs still knows the place of, and that place. */
function* placesIn(doc: Y.Doc): Iterable<{ client: number; clock: number; root: string }> {
  for (const [client, structs] of doc.store.clients) {
    for (const struct of structs) {
      if (!(struct instanceof Y.Item)) continue
      const root = rootOf(struct.parent)
      yield { client, clock: struct.id.clock, root }
      yield { client, clock: struct.id.clock + struct.length - 1, root }
    }
  }
}

interface Sent {
  bytes: Uint8Array
  /** Sections that its writer changed. */
  roots: Set<string>
}

/** What three people write, hearing of each other now and then and working offline in between. */
function history(seed: number, steps: number): Sent[] {
  const random = seeded(seed)
  const sent: Sent[] = []
  const writers = [1, 2, 3].map(client => {
    const writer = new Writer(client, random)
    let roots = new Set<string>()
    writer.doc.on('afterTransaction', transaction => {
      roots = new Set(transaction.local ? [...transaction.changed.keys()].map(rootOf) : [])
    })
    writer.doc.on('update', (bytes: Uint8Array, _origin, _doc, { local }) => {
      if (local) sent.push({ bytes, roots: new Set(roots) })
    })
    return writer
  })
  for (let step = 0; step < steps; step += 1) {
    const writer = writers[random(3)]
    writer?.act()
    const other = writers[random(3)]
    if (writer && other && random(3) === 0) {
      Y.applyUpdate(other.doc, Y.encodeStateAsUpdate(writer.doc, Y.encodeStateVector(other.doc)))
    }
  }
  return sent
}

/** Takes updates in the order given, those that build on missing ones again when these are there. */
function takeAll(beside: Beside, sent: Sent[], each: (one: Sent, named: string[], changed: string[]) => void): void {
  let rest = sent
  for (let before = -1; before !== rest.length; ) {
    before = rest.length
    rest = rest.filter(one => {
      const taken = beside.take(one.bytes)
      if (taken) each(one, taken.named, taken.changed)
      return taken === null
    })
  }
  expect(rest).toEqual([])
}

describe('the index agrees with a live document', () => {
  test.each(Array.from({ length: 300 }, (_, seed) => seed))('history %i', seed => {
    const beside = new Beside()
    const random = seeded(seed + 10_000)
    const sent = history(seed, 60)
    // Some arrive late.
    for (let swap = 0; swap < sent.length / 8; swap += 1) {
      const [from, to] = [random(sent.length), random(sent.length)]
      const [late] = sent.splice(from, 1)
      if (late) sent.splice(to, 0, late)
    }
    takeAll(beside, sent, (one, named, changed) => {
      // Nothing that changes here is missed, and nothing is named that its writer did not change.
      expect(named).toEqual(expect.arrayContaining(changed))
      expect([...one.roots]).toEqual(expect.arrayContaining(named))
    })
    for (const { client, clock, root } of placesIn(beside.live)) {
      expect(beside.index.rootOf(client, clock)).toBe(root)
    }
  })

  test.each(Array.from({ length: 100 }, (_, seed) => seed))('history %i, read from the stored state', seed => {
    const beside = new Beside()
    takeAll(beside, history(seed + 500, 120), () => {})
    const rebuilt = FragmentIndex.of(Y.encodeStateAsUpdate(beside.live))
    for (const { client, clock, root } of placesIn(beside.live)) expect(rebuilt.rootOf(client, clock)).toBe(root)
    // And on its way between threads.
    const sentOver = new FragmentIndex(structuredClone(rebuilt.data))
    expect(sentOver.data).toEqual(rebuilt.data)
  })
})

/** An update of one client from tick 0 on, as its writer chose to encode it. */
function written(client: number, clock: number, items: ((encoder: Y.UpdateEncoderV1) => void)[]): Update {
  const encoder = new Y.UpdateEncoderV1()
  encoder.writeLen(1)
  encoder.writeLen(items.length)
  encoder.writeClient(client)
  encoder.writeLen(clock)
  for (const item of items) item(encoder)
  encoder.writeLen(0)
  return readUpdate(encoder.toUint8Array())
}

const TEXT = 4
const LEFT = 0x80
const RIGHT = 0x40

describe('what no editor writes', () => {
  /** Two sections with a word each, by client 1: "aaaa" in ticks 0 to 3, "bbbb" in 4 to 7. */
  function two(): Beside {
    const beside = new Beside()
    const doc = new Y.Doc()
    doc.clientID = 1
    for (const section of ['a', 'b']) doc.getText(section).insert(0, section.repeat(4))
    beside.take(Y.encodeStateAsUpdate(doc))
    return beside
  }
  const text = (info: number, ids: Y.ID[], word: string) => (encoder: Y.UpdateEncoderV1) => {
    encoder.writeInfo(info | TEXT)
    if (info & LEFT) encoder.writeLeftID(ids[0] as Y.ID)
    if (info & RIGHT) encoder.writeRightID(ids.at(-1) as Y.ID)
    encoder.writeString(word)
  }

  test('neighbours in two sections touch both, and what follows can be told of neither', () => {
    const beside = two()
    const mixed = written(2, 0, [text(LEFT | RIGHT, [Y.createID(1, 3), Y.createID(1, 4)], 'x')])
    expect(beside.touched(mixed)).toEqual({ roots: ['a', 'b'], nowhere: false, unclear: false })
    beside.take(mixed.bytes)
    const after = written(2, 1, [text(LEFT, [Y.createID(2, 0)], 'y')])
    expect(beside.touched(after)).toEqual({ roots: [], nowhere: false, unclear: true })
  })

  test('the rest of an item whose first part stands elsewhere touches that place too', () => {
    const beside = two()
    beside.take(written(2, 0, [text(LEFT, [Y.createID(1, 7)], 'x')]).bytes)
    const claimed = written(2, 0, [text(LEFT, [Y.createID(1, 3)], 'xyz')])
    expect(beside.touched(claimed).roots).toEqual(['a', 'b'])
  })

  test('forgotten text touches nothing; what stands beside it has no place', () => {
    const beside = two()
    const forgotten = written(2, 0, [
      encoder => {
        encoder.writeInfo(0)
        encoder.writeLen(3)
      },
    ])
    expect(beside.touched(forgotten)).toEqual({ roots: [], nowhere: false, unclear: false })
    expect(beside.take(forgotten.bytes)?.changed).toEqual([])
    const neighbour = written(3, 0, [text(LEFT, [Y.createID(2, 2)], 'x')])
    expect(beside.touched(neighbour)).toEqual({ roots: [], nowhere: true, unclear: false })
    expect(beside.take(neighbour.bytes)?.changed).toEqual([])
  })

  test('only new deletions count', () => {
    const beside = two()
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(beside.live))
    doc.getText('b').delete(1, 2)
    const deletion = readUpdate(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(doc)))
    expect(beside.touched(deletion).roots).toEqual(['b'])
    beside.take(deletion.bytes)
    expect(beside.touched(deletion).roots).toEqual([])
    doc.getText('a').delete(0, 1)
    expect(beside.touched(readUpdate(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(doc)))).roots).toEqual(['a'])
  })

  test('a refused update leaves no trace', () => {
    const beside = two()
    const before = structuredClone(beside.index.data)
    const doc = new Y.Doc()
    doc.getText('made up').insert(0, 'x')
    expect(beside.touched(readUpdate(Y.encodeStateAsUpdate(doc))).roots).toEqual(['made up'])
    expect(beside.index.data).toEqual(before)
  })
})
