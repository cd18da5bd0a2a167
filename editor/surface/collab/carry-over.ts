import { uint32 } from 'lib0/random'
import * as Y from 'yjs'
import { overlaps, piecesOf, type Range, rangeOf, without } from './clock-ranges.ts'
import { encodeItems } from './encode-items.ts'
import type { JointChange } from './joint-changes.ts'
import type { OwnChanges } from './own-changes.ts'
import type { RefusedSection } from './refused-text.ts'
import { rootOf } from './root-of.ts'
import { takenAway } from './taken-away.ts'

export interface CarryOverOptions {
  from: Y.Doc
  /** Synchronised with the server. */
  to: Y.Doc
  /**
   * What this browser has written and deleted in `from`: what others have is theirs to send, and may have been refused.
   * Each joint change goes along whole or not at all.
   */
  own: OwnChanges
  /** Whether what was written in a root goes along. */
  keeps: (root: string) => boolean
  /** Of the transaction in `to`. */
  origin: unknown
}

/** What has gone along, as it is named in `to`. */
export interface CarriedOver {
  /** Yjs clients that stand in `to` for ours in `from`. */
  clients: number[]
  deleted: Range[]
  joint: JointChange[]
  /** Roots that `keeps` names, with something of ours that is to be seen in `from` and could not go along. */
  leftBehind: Set<string>
  /** What did not go along and is not to be seen in `from` either, since somebody else took it away. */
  takenAway: RefusedSection[]
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
export function carryOver({ from, to, own, keeps, origin }: CarryOverOptions): CarriedOver {
  const { writers, deleted, joint } = own.note
  const ours = new Set(writers)
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
    mover.items.push({ item: struct, goes: true, at: 0 })
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
  const pieces = (range: Range): Range[] => piecesOf(from, range, clocks.get(range.client) ?? 0)
  /** The parts of a range that are in `to`, as they are named there. */
  const there = (range: Range): Range[] =>
    pieces(range).flatMap(({ client, clock, length }) => {
      const id = Y.createID(client, clock)
      const now = isKnown(id) || moving(id) ? translated(id) : null
      return now ? [{ client: now.client, clock: now.clock, length }] : []
    })

  const going = leaveHalves([...movers.values()], from, {
    joint,
    keeps,
    hasPlace: id => isKnown(id) || moving(id) !== null,
  })
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
  const written = blocks.filter(({ items }) => items.length > 0)
  const held = joint.filter(change => !going.has(change)).flatMap(change => change.deleted)
  const deletions = deleted
    .flatMap(pieces)
    .filter(({ client, clock }) => keeps(rootOf(from, Y.createID(client, clock)) ?? ''))
    .flatMap(piece => without(piece, held))
    .flatMap(there)
  Y.applyUpdate(to, encodeItems(written, deletions), origin)

  const leftBehind = new Set<string>()
  for (const { client, items } of movers.values()) {
    for (const { item, goes, at } of items) {
      const there = Y.createID(client, at)
      if (structAt(from, item.id).deleted || (goes && isHere(to, there) && !structAt(to, there).deleted)) continue
      leftBehind.add(rootOf(from, item.id) ?? '')
    }
  }
  return {
    clients: written.map(({ client }) => client),
    deleted: deletions,
    joint: [...going].map(change => ({
      sections: change.sections,
      made: change.made.flatMap(there),
      deleted: change.deleted.flatMap(there),
    })),
    leftBehind,
    takenAway: takenAway(from, own, { to, goes: id => isKnown(id) || moving(id) !== null }),
  }
}

/** False for what waits in the document for something that it lacks: that is in its updates, but nowhere in its text. */
const isHere = (doc: Y.Doc, { client, clock }: Y.ID): boolean => clock < Y.getState(doc.store, client)

const structAt = (doc: Y.Doc, id: Y.ID): Y.Item | Y.GC => Y.getItem(doc.store, id)

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

interface Going {
  joint: readonly JointChange[]
  keeps: (root: string) => boolean
  /** Whether an id is in the document that is carried to, or goes there. */
  hasPlace: (id: Y.ID) => boolean
}

/**
 * Leaves what has no place, and both halves of what would be half a change. Either may take the other with it.
 * @returns the joint changes that go
 */
function leaveHalves(movers: Mover[], from: Y.Doc, { joint, keeps, hasPlace }: Going): Set<JointChange> {
  const items = movers.flatMap(mover => mover.items)
  const madeBy = new Map(
    joint.map(change => [change, items.filter(({ item }) => overlaps(rangeOf(item), change.made))]),
  )
  const going = new Set(joint)
  const isBroken = (change: JointChange): boolean =>
    !change.sections.every(keeps) ||
    (madeBy.get(change) ?? []).some(({ item, goes }) => !goes && !structAt(from, item.id).deleted)
  for (;;) {
    leaveWhatHasNoPlace(items, hasPlace)
    const broken = [...going].filter(isBroken)
    if (broken.length === 0) return going
    for (const change of broken) {
      going.delete(change)
      for (const one of madeBy.get(change) ?? []) one.goes = false
    }
  }
}

/** Items beside something that does not go along, such as what another has written and the server has not got. */
function leaveWhatHasNoPlace(items: Moving[], hasPlace: (id: Y.ID) => boolean): void {
  for (let left = true; left; ) {
    left = false
    for (const one of items) {
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
