import { uint32 } from 'lib0/random'
import * as Y from 'yjs'
import { type Deletion, encodeItems } from './encode-items.ts'
import { type HeldBack, isIn, NOTHING_HELD, without } from './joint-changes.ts'

export interface CarryOverOptions {
  from: Y.Doc
  /** Synchronised with the server. */
  to: Y.Doc
  /** Yjs clients that this browser has written as in `from`. */
  ours: ReadonlySet<number>
  /** Whether what was written in a root goes along. */
  keeps: (root: string) => boolean
  /** What does not go along though its root is kept: half of something whose other half was refused. */
  held?: HeldBack
  /** Of the transaction in `to`. */
  origin: unknown
}

export interface CarriedOver {
  /** Yjs clients that stand in `to` for ours in `from`. */
  clients: number[]
  /** Roots that `keeps` names, with something of ours that is to be seen in `from` and could not go along. */
  leftBehind: Set<string>
}

/** An item of ours that `to` lacks, and its first tick there. */
interface Moving {
  item: Y.Item
  goes: boolean
  at: number
}

interface Mover {
  client: number
  /** In order of clock. */
  items: Moving[]
}

/**
 * Writes anew in `to` what this browser has written in `from` and `to` lacks.
 *
 * A refused update leaves a hole in its client's clock, and all that the client wrote after it builds on the hole, so the
 * server can take none of it. Here the same items get new ids. They keep their neighbours and parents, and so merge with
 * what others have written meanwhile as they would have done themselves.
 */
export function carryOver({ from, to, ours, keeps, held = NOTHING_HELD, origin }: CarryOverOptions): CarriedOver {
  const known = Y.encodeStateVector(to)
  const clocks = Y.decodeStateVector(known)
  const missing = Y.decodeUpdate(Y.encodeStateAsUpdate(from, known))
  const movers = new Map<number, Mover>()
  for (const struct of missing.structs) {
    const { client } = struct.id
    if (!(struct instanceof Y.Item) || !ours.has(client) || !isHere(from, struct.id)) continue
    if (!keeps(rootOf(from, struct.id) ?? '')) continue
    const mover = movers.get(client) ?? { client: uint32(), items: [] }
    movers.set(client, mover)
    mover.items.push({ item: struct, goes: !isIn(held.made, struct.id), at: 0 })
  }

  const isKnown = ({ client, clock }: Y.ID): boolean => clock < (clocks.get(client) ?? 0)
  const moving = (id: Y.ID): Moving | null => {
    const found = itemAt(movers.get(id.client)?.items ?? [], id.clock)
    return found?.goes ? found : null
  }
  const translated = (id: Y.ID | null): Y.ID | null => {
    const moved = id && !isKnown(id) ? moving(id) : null
    const client = id && movers.get(id.client)?.client
    return moved && client ? Y.createID(client, moved.at + (id?.clock ?? 0) - moved.item.id.clock) : id
  }

  leaveWhatHasNoPlace([...movers.values()], id => isKnown(id) || moving(id) !== null)
  for (const { items } of movers.values()) {
    let at = 0
    for (const one of items) {
      one.at = at
      if (one.goes) at += one.item.length
    }
  }
  const blocks = [...movers.values()].map(({ client, items }) => ({
    client,
    items: items.filter(one => one.goes).map(({ item, at }) => renamed(item, Y.createID(client, at), translated)),
  }))
  const going = blocks.filter(({ items }) => items.length > 0)
  const wanted = deletionsIn(from, missing.ds, keeps, clocks).flatMap(one => without(one, held.deleted))
  const deletions = wanted.flatMap(({ client, clock, length }) => {
    const id = Y.createID(client, clock)
    const there = isKnown(id) || moving(id) ? translated(id) : null
    return there ? { client: there.client, clock: there.clock, length } : []
  })
  Y.applyUpdate(to, encodeItems(going, deletions), origin)

  const leftBehind = new Set<string>()
  for (const { client, items } of movers.values()) {
    for (const { item, goes, at } of items) {
      const there = Y.createID(client, at)
      if (structAt(from, item.id).deleted || (goes && isHere(to, there) && !structAt(to, there).deleted)) continue
      leftBehind.add(rootOf(from, item.id) ?? '')
    }
  }
  return { clients: going.map(({ client }) => client), leftBehind }
}

/** False for what waits in the document for something that it lacks: that is in its updates, but nowhere in its text. */
const isHere = (doc: Y.Doc, { client, clock }: Y.ID): boolean => clock < Y.getState(doc.store, client)

const structAt = (doc: Y.Doc, id: Y.ID): Y.Item | Y.GC => Y.getItem(doc.store, id)

/** Name of the root that a tick is in; null where Yjs has forgotten it. */
function rootOf(doc: Y.Doc, id: Y.ID): string | null {
  let struct: Y.Item | Y.GC | null = structAt(doc, id)
  while (struct instanceof Y.Item && struct.parent instanceof Y.AbstractType) {
    if (!struct.parent._item) return Y.findRootTypeKey(struct.parent)
    struct = struct.parent._item
  }
  return null
}

function itemAt(items: Moving[], clock: number): Moving | null {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    const item = items[middle]?.item
    if (item && item.id.clock + item.length <= clock) low = middle + 1
    else high = middle
  }
  const found = items[low]
  return found && found.item.id.clock <= clock ? found : null
}

/** Items beside something that does not go along, such as what another has written and the server has not got. */
function leaveWhatHasNoPlace(movers: Mover[], hasPlace: (id: Y.ID) => boolean): void {
  for (let left = true; left; ) {
    left = false
    for (const one of movers.flatMap(({ items }) => items)) {
      const { origin, rightOrigin, parent } = one.item
      const beside = [origin, rightOrigin, parent].filter(id => id instanceof Y.ID)
      if (!one.goes || beside.every(hasPlace)) continue
      one.goes = false
      left = true
    }
  }
}

function renamed(item: Y.Item, id: Y.ID, translated: (id: Y.ID | null) => Y.ID | null): Y.Item {
  const { origin, rightOrigin, parent, parentSub, content } = item
  // Read from an update, a parent is an id, or the name of a root, which the type of the constructor does not say.
  const place = parent instanceof Y.ID ? translated(parent) : (parent as Y.ID | null)
  return new Y.Item(id, null, translated(origin), null, translated(rightOrigin), place, parentSub, content)
}

/** Piece by piece, as the items stand in the document. What was forgotten is deleted with what it stood in. */
function deletionsIn(
  doc: Y.Doc,
  { clients }: ReturnType<typeof Y.decodeUpdate>['ds'],
  keeps: (root: string) => boolean,
  clocks: Map<number, number>,
): Deletion[] {
  const deletions: Deletion[] = []
  for (const [client, ranges] of clients) {
    const known = clocks.get(client) ?? 0
    const here = Y.getState(doc.store, client)
    for (const { clock: start, len } of ranges) {
      const past = Math.min(start + len, here)
      for (let clock = start; clock < past; ) {
        const id = Y.createID(client, clock)
        const struct = structAt(doc, id)
        const whole = Math.min(past, struct.id.clock + struct.length)
        const end = clock < known ? Math.min(whole, known) : whole
        const root = rootOf(doc, id)
        if (root !== null && keeps(root)) deletions.push({ client, clock, length: end - clock })
        clock = end
      }
    }
  }
  return deletions
}
