import * as Y from 'yjs'

/** Name of the root that a tick is in; null where Yjs has forgotten it. */
export function rootOf(doc: Y.Doc, id: Y.ID): string | null {
  let struct: Y.Item | Y.GC | null = Y.getItem(doc.store, id)
  while (struct instanceof Y.Item && struct.parent instanceof Y.AbstractType) {
    if (!struct.parent._item) return Y.findRootTypeKey(struct.parent)
    struct = struct.parent._item
  }
  return null
}
