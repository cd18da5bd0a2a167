import * as Y from 'yjs'
import type { Room } from '#editor/surface/collab/room.ts'

interface Deleted {
  client: number
  clock: number
  length: number
}

interface Kept {
  /** Of each Yjs client that the author wrote as. */
  clocks: Map<number, number>
  deleted: Deleted[]
}

/** What an author was told is saved: how far their own writing went, and what they had deleted, at that moment. */
export class Promises {
  readonly #deleted = new Map<Room, Deleted[]>()
  readonly #kept = new Map<Room, Kept>()

  /** Notices what the author deletes from now on. */
  watch(room: Room): void {
    if (this.#deleted.has(room)) return
    const deleted: Deleted[] = []
    this.#deleted.set(room, deleted)
    room.doc.on('afterTransaction', ({ local, deleteSet }: Y.Transaction) => {
      if (!local) return
      for (const [client, ranges] of deleteSet.clients) {
        for (const { clock, len } of ranges) deleted.push({ client, clock, length: len })
      }
    })
  }

  saved(room: Room): void {
    const clocks = new Map([...room.unsent.own.writers].map(client => [client, Y.getState(room.doc.store, client)]))
    this.#kept.set(room, { clocks, deleted: [...(this.#deleted.get(room) ?? [])] })
  }

  /** @returns what was called saved and is not in the stored document */
  broken(stored: Y.Doc): string[] {
    const gone = Y.createDeleteSetFromStructStore(stored.store)
    return [...this.#kept.values()].flatMap(({ clocks, deleted }) => [
      ...[...clocks]
        .filter(([client, clock]) => Y.getState(stored.store, client) < clock)
        .map(([client, clock]) => `ticks of ${client} up to ${clock}: ${Y.getState(stored.store, client)} are there`),
      ...deleted.flatMap(({ client, clock, length }) =>
        Array.from({ length }, (_, tick) => Y.createID(client, clock + tick))
          .filter(id => !Y.isDeleted(gone, id))
          .map(id => `deletion of ${id.client}:${id.clock}`),
      ),
    ])
  }

  get isEmpty(): boolean {
    return this.#kept.size === 0
  }
}
