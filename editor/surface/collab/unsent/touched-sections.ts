import type * as Y from 'yjs'

type Changed = Parameters<Y.Transaction['changed']['get']>[0]

function rootOf(type: Changed): Changed {
  let top = type
  while (top.parent) top = top.parent
  return top
}

/**
 * Ids of the sections that a transaction changed something in. Not by `changedParentTypes`: Yjs tells nothing there of
 * the roots that no editor has asked for yet.
 */
export function touchedSections({ changed, doc }: Y.Transaction): string[] {
  const roots = new Set([...changed.keys()].map(type => rootOf(type)))
  return [...doc.share].flatMap(([id, type]) => (roots.has(type) ? [id] : []))
}
