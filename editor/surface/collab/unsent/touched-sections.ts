import type * as Y from 'yjs'

/** Ids of the sections that a transaction changed something in. */
export function touchedSections(transaction: Y.Transaction): string[] {
  const roots = new Set([...transaction.changedParentTypes.keys()].filter(type => type.parent === null))
  return [...transaction.doc.share].flatMap(([id, type]) => (roots.has(type) ? [id] : []))
}
