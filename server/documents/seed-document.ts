import * as Y from 'yjs'

export interface SeededDocument {
  /** Yjs update V1. */
  state: Uint8Array
  stateVector: Uint8Array
}

/**
 * A new report's text: one empty paragraph in the fragment of each section, so that every editor has a place for the
 * caret. Only the transaction that creates the report seeds; two seeds of one fragment would both stay in it.
 */
export function seedDocument(sectionIds: readonly string[]): SeededDocument {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const id of sectionIds) doc.getXmlFragment(id).push([new Y.XmlElement('paragraph')])
  })
  const seed = { state: Y.encodeStateAsUpdate(doc), stateVector: Y.encodeStateVector(doc) }
  doc.destroy()
  return seed
}
