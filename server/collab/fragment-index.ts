import * as Y from 'yjs'
import { Clocks } from './clocks.ts'
import type { DeletedRanges } from './deleted-ranges.ts'
import { FragmentRuns, type Runs } from './fragment-runs.ts'
import { integrate } from './integrate.ts'
import { readStoredUpdate, type Update } from './update.ts'

/** Text that Yjs has forgotten where it stood (GC): all of it is deleted. */
const NOWHERE = 0
/** Between two fragments, which no editor writes, or never told of. */
const UNCLEAR = 1
const FIRST_ROOT = 2

/** Where an update writes or deletes. */
export interface Touched {
  /** Names of the root types: ids of sections, or whatever a program made up. */
  roots: Set<string>
  /** It writes beside text that has no place any more. */
  nowhere: boolean
  /** It writes in a place that cannot be told, or in two at once. */
  unclear: boolean
}

/** An index as plain data, for the way between threads. */
export interface FragmentData {
  roots: string[]
  clients: Map<number, Runs>
}

/** What an update adds to the index, and the fragments that its new structs stand in or beside. */
interface Laid {
  runs: FragmentRuns
  touched: Set<number>
  /** Names of roots that the index does not know; a refused update must not fill it with them. */
  newRoots: Map<string, number>
}

const nothingLaid = (): Laid => ({ runs: new FragmentRuns(), touched: new Set(), newRoots: new Map() })

/**
 * The root fragment of every clock tick of a document, without the document: Yjs writes an item's parent only where it
 * has no neighbour, else the item stands where its neighbours do. Enough to tell which sections an update touches.
 */
export class FragmentIndex {
  private readonly runs: FragmentRuns
  private readonly roots: string[]
  private readonly numbers: Map<string, number>

  constructor({ roots, clients }: FragmentData = { roots: [], clients: new Map() }) {
    this.runs = new FragmentRuns(clients)
    this.roots = roots
    this.numbers = new Map(roots.map((root, index) => [root, FIRST_ROOT + index]))
  }

  /** Name of the root of a tick; null where it has none, or cannot be told. */
  rootOf(client: number, clock: number): string | null {
    return this.roots[(this.runs.of(client, clock) ?? UNCLEAR) - FIRST_ROOT] ?? null
  }

  /** Of a stored state: 100 pages take 20 to 60 ms. */
  static of(state: Uint8Array): FragmentIndex {
    const index = new FragmentIndex()
    index.add(readStoredUpdate(state), new Clocks())
    return index
  }

  get data(): FragmentData {
    return { roots: this.roots, clients: this.runs.clients }
  }

  /**
   * Takes in an update that is accepted, before its clocks are. @returns the clocks that it moves; null for one that
   * builds on something that is missing, and is not taken in
   */
  add(update: Update, known: Clocks): Map<number, number> | null {
    const laid = nothingLaid()
    const moved = this.lay(update, known, laid)
    if (!moved) return null
    for (const [root, number] of laid.newRoots) {
      this.numbers.set(root, number)
      this.roots.push(root)
    }
    for (const [client, { ends, fragments }] of laid.runs.clients) {
      let from = known.of(client)
      for (const [at, fragment] of fragments.entries()) {
        const to = ends[at] ?? from
        if (to > from) this.runs.append(client, from, to, fragment, UNCLEAR)
        from = Math.max(from, to)
      }
    }
    return moved
  }

  /** By new structs, and by deletions that are new. */
  touched(update: Update, known: Clocks, deleted: DeletedRanges): { written: Touched; deleted: Touched } {
    const laid = nothingLaid()
    this.lay(update, known, laid)
    const gone = new Set<number>()
    for (const { client, range } of update.deletions) {
      for (const { from, to } of deleted.uncovered(client, range)) {
        const reached = known.of(client)
        for (const fragment of this.runs.within(client, from, Math.min(to, reached))) gone.add(fragment)
        if (to > reached)
          for (const fragment of laid.runs.within(client, Math.max(from, reached), to)) gone.add(fragment)
      }
    }
    // What has no place is deleted already.
    gone.delete(NOWHERE)
    return { written: this.named(laid.touched, laid), deleted: this.named(gone, laid) }
  }

  private lay(update: Update, known: Clocks, laid: Laid): Map<number, number> | null {
    const { runs, touched } = laid
    let place = NOWHERE
    const stands = (fragment: number): void => {
      touched.add(fragment)
      // Yjs makes nothing of an item beside forgotten text; where it does not know that yet, it stands with the other.
      if (fragment === NOWHERE || fragment === place) return
      place = place === NOWHERE ? fragment : UNCLEAR
    }
    const standsWith = (client: number, clock: number): void =>
      stands((clock < known.of(client) ? this.runs.of(client, clock) : runs.of(client, clock)) ?? UNCLEAR)
    return integrate(update, known, (struct, reached) => {
      const { client, clock } = struct.id
      place = NOWHERE
      if (struct instanceof Y.Item) {
        const { origin, rightOrigin, parent } = struct
        // Yjs takes the parent of the right neighbour and the place of the left: an honest item has both in one fragment.
        if (origin) standsWith(origin.client, origin.clock)
        if (rightOrigin) standsWith(rightOrigin.client, rightOrigin.clock)
        if (parent instanceof Y.ID) standsWith(parent.client, parent.clock)
        else if (typeof parent === 'string') stands(this.numberOf(parent, laid))
        // Its first part is here: Yjs puts the rest beside that, whatever neighbours it names.
        if (reached > clock) standsWith(client, reached - 1)
      }
      runs.append(client, reached, clock + struct.length, place, UNCLEAR)
    })
  }

  private numberOf(root: string, { newRoots }: Laid): number {
    const known = this.numbers.get(root) ?? newRoots.get(root)
    if (known !== undefined) return known
    const number = FIRST_ROOT + this.roots.length + newRoots.size
    newRoots.set(root, number)
    return number
  }

  private named(fragments: Set<number>, { newRoots }: Laid): Touched {
    const roots = new Set<string>()
    for (const [root, number] of newRoots) if (fragments.has(number)) roots.add(root)
    for (const fragment of fragments) {
      const root = this.roots[fragment - FIRST_ROOT]
      if (root !== undefined) roots.add(root)
    }
    return { roots, nowhere: fragments.has(NOWHERE), unclear: fragments.has(UNCLEAR) }
  }
}
