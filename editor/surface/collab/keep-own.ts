import * as Y from 'yjs'
import { rangeOf } from './clock-ranges.ts'
import type { OwnChanges } from './own-changes.ts'

/**
 * Keeps what this person has written and the server has not committed when a change of somebody else takes it away: Yjs
 * would forget what it said, and where the server then takes neither the words nor the change, nobody else has them.
 */
export function keepOwn(doc: Y.Doc, own: OwnChanges): void {
  doc.on('afterTransaction', transaction => {
    if (transaction.local) return
    Y.iterateDeletedStructs(transaction, transaction.deleteSet, struct => {
      if (struct instanceof Y.Item && own.uncommitted(rangeOf(struct)).length > 0) keep(struct)
    })
  })
}

/** What an item stands in as well: it would take the item with it. */
function keep(item: Y.Item): void {
  for (let one: Y.Item | null = item; one; one = one.parent instanceof Y.AbstractType ? one.parent._item : null)
    one.keep = true
}
