import * as Y from 'yjs'
import type { CarriedOver } from './carry-over.ts'
import { joined, type Range, rangesOf } from './clock-ranges.ts'
import type { JointChange, JointChanges } from './joint-changes.ts'

export interface OwnChangesNote {
  /** Yjs clients that this person has written as. */
  writers: number[]
  deleted: readonly Range[]
  joint: readonly JointChange[]
}

/**
 * What of a document is this person's doing. Yjs tells who wrote something but not who deleted it, and a deletion of
 * somebody else, which the server may have refused, is nothing to send.
 */
export class OwnChanges {
  readonly writers = new Set<number>()
  readonly #joint: JointChanges
  #deleted: readonly Range[] = []
  /** Clocks up to which what the writers wrote is committed. */
  #committed = new Map<number, number>()

  /** @param joint of the same document */
  constructor(joint: JointChanges) {
    this.#joint = joint
  }

  /** Writers of all time; the rest as far as it may not be committed. */
  get note(): OwnChangesNote {
    return { writers: [...this.writers], deleted: this.#deleted, joint: this.#joint.changes }
  }

  /** What this person wrote in another document may come from the server, and be in the log or not. */
  recognise({ writers }: OwnChanges): void {
    for (const writer of writers) this.writers.add(writer)
  }

  /** The part of a range that is of this person, and maybe not in the log. Yjs goes on in an item whose beginning is. */
  uncommitted({ client, clock, length }: Range): Range[] {
    const end = clock + length
    const start = Math.max(clock, this.#committed.get(client) ?? 0)
    return this.writers.has(client) && start < end ? [{ client, clock: start, length: end - start }] : []
  }

  /** @param transaction a local one */
  made({ doc, deleteSet }: Y.Transaction): void {
    this.writers.add(doc.clientID)
    if (deleteSet.clients.size > 0) this.#deleted = joined([...this.#deleted, ...rangesOf(deleteSet)])
  }

  /** The same changes, made in an earlier visit. */
  inherit({ writers, deleted, joint }: OwnChangesNote): void {
    for (const writer of writers) this.writers.add(writer)
    this.#deleted = joined([...this.#deleted, ...deleted])
    this.#joint.inherit(joint)
  }

  /** Changes of another document that went along to this one. */
  carry(
    { writers }: OwnChanges,
    { clients, deleted, joint }: Pick<CarriedOver, 'clients' | 'deleted' | 'joint'>,
  ): void {
    this.inherit({ writers: [...writers, ...clients], deleted, joint })
  }

  /** All that is in the document now. */
  committed({ store }: Y.Doc): void {
    this.#committed = new Map([...this.writers].map(client => [client, Y.getState(store, client)]))
    this.#deleted = []
    this.#joint.forget()
  }
}
