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

  /** @returns roots of the types that the live document changed, or null for a gap */
  take(bytes: Uint8Array): string[] | null {
    const update = readUpdate(bytes)
    if (!integrate(update, this.clocks)) return null
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
    return [...changed].sort()
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
function takeAll(beside: Beside, sent: Sent[], each: (one: Sent, changed: string[]) => void): void {
  let rest = sent
  for (let before = -1; before !== rest.length; ) {
    before = rest.length
    rest = rest.filter(one => {
      const changed = beside.take(one.bytes)
      if (changed) each(one, changed)
      return changed === null
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
    let touched: string[] = []
    const peek = beside.take.bind(beside)
    beside.take = bytes => {
      const update = readUpdate(bytes)
      if (integrate(update, beside.clocks)) touched = beside.touched(update).roots
      return peek(bytes)
    }
    takeAll(beside, sent, (one, changed) => {
      // Nothing that changes here is missed, and nothing is named that its writer did not change.
      expect(touched).toEqual(expect.arrayContaining(changed))
      expect([...one.roots]).toEqual(expect.arrayContaining(touched))
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
