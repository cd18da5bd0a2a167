import { uuidv4 } from 'lib0/random'
import * as Y from 'yjs'
import { type Range, without } from './clock-ranges.ts'
import type { OwnChangesNote } from './own-changes.ts'
import type { RefusedSection } from './refused-text.ts'
import { rootOf } from './root-of.ts'
import { wordsIn } from './words-in.ts'

/**
 * Words of this person that stood where somebody else took everything away, and that go nowhere: the server has refused
 * them, or what they were written beside. They are to be seen in no section, so they are offered by themselves.
 * @param doc in which {@link keepOwn} has kept them
 * @param goes whether a tick goes along to another document, or is there already
 */
export function takenAway(doc: Y.Doc, own: OwnChangesNote, goes: (id: Y.ID) => boolean): RefusedSection[] {
  const places = new Map<Y.XmlText, Range[]>()
  for (const client of own.writers)
    for (const item of doc.store.clients.get(client) ?? []) {
      if (!(item instanceof Y.Item && item.deleted && item.content instanceof Y.ContentString)) continue
      if (!(item.parent instanceof Y.XmlText) || goes(item.id)) continue
      const ranges = without({ ...item.id, length: item.length }, own.deleted)
      places.set(item.parent, [...(places.get(item.parent) ?? []), ...ranges])
    }
  return [...places].flatMap(([text, ranges]) => {
    const words = wordsIn(text, ranges)
    const sectionId = text._item && rootOf(doc, text._item.id)
    if (words === '' || !sectionId) return []
    const content = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] }
    return [{ id: uuidv4(), sectionId, content }]
  })
}
