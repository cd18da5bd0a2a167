import { uuidv4 } from 'lib0/random'
import * as Y from 'yjs'
import { piecesOf, type Range, rangeOf, without } from './clock-ranges.ts'
import type { OwnChanges } from './own-changes.ts'
import type { RefusedSection } from './refused-text.ts'
import { rootOf } from './root-of.ts'
import { wordsIn } from './words-in.ts'

interface Next {
  /** The document that comes after. */
  to: Y.Doc
  /** Whether a tick goes along to it, or is there already. It may be so for the beginning of an item only. */
  goes: (id: Y.ID) => boolean
}

/**
 * Words of this person that stood where somebody else took everything away, and that go nowhere: the server has refused
 * them, or what they were written beside. They are to be seen in no section, so they are offered by themselves.
 *
 * So are words that are seen here and that the server has as deleted, though it has not committed them: it may refuse
 * the deletion still, and has then nothing that they could come back from.
 * @param doc in which {@link keepOwn} has kept them
 */
export function takenAway(doc: Y.Doc, own: OwnChanges, { to, goes }: Next): RefusedSection[] {
  const { writers, deleted } = own.note
  const gone = (range: Range): Range[] =>
    piecesOf(to, range, 0).filter(({ client, clock }) => Y.getItem(to.store, Y.createID(client, clock)).deleted)
  const left = (range: Range): Range[] =>
    piecesOf(doc, range, Y.getState(to.store, range.client)).filter(
      ({ client, clock }) => !goes(Y.createID(client, clock)),
    )
  const places = new Map<Y.XmlText, Range[]>()
  for (const client of writers)
    for (const item of doc.store.clients.get(client) ?? []) {
      if (!(item instanceof Y.Item && item.content instanceof Y.ContentString)) continue
      if (!(item.parent instanceof Y.XmlText)) continue
      const whole = rangeOf(item)
      const lost = item.deleted ? left(whole) : own.uncommitted(whole).flatMap(gone)
      const ranges = lost.flatMap(range => without(range, deleted))
      if (ranges.length === 0) continue
      places.set(item.parent, [...(places.get(item.parent) ?? []), ...ranges])
    }
  return [...places].flatMap(([text, ranges]) => {
    const content = wordsIn(text, ranges)
    const sectionId = text._item && rootOf(doc, text._item.id)
    return content && sectionId ? [{ id: uuidv4(), sectionId, content }] : []
  })
}
