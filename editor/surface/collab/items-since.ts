import * as Y from 'yjs'

/** What a transaction brought into the document, of each client in order of clock. */
export function itemsSince({ doc, beforeState, afterState }: Y.Transaction): Y.Item[] {
  const items: Y.Item[] = []
  for (const [client, end] of afterState) {
    const start = beforeState.get(client) ?? 0
    if (start === end) continue
    const structs = doc.store.clients.get(client) ?? []
    const first = structs.findLastIndex(struct => struct.id.clock < start) + 1
    for (const struct of structs.slice(first)) if (struct instanceof Y.Item) items.push(struct)
  }
  return items
}
