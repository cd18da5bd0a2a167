import type { LogSource } from './commit-queue.ts'
import type { Connection } from './connection.ts'
import { ForeignUpdates, type Receiving } from './foreign-updates.ts'
import type { FragmentIndex, Touched } from './fragment-index.ts'
import { judgeAgain } from './judge-again.ts'
import type { RoomServices, Surroundings } from './room-document.ts'
import type { RoomFolding } from './room-folding.ts'
import type { RoomFragments } from './room-fragments.ts'
import type { RoomState } from './room-state.ts'
import type { RoomText, TailEntry } from './room-text.ts'
import type { UpdateIntake } from './update-intake.ts'
import type { Denial } from './write-limits.ts'

/** The room's text, and what is made of it. */
interface Parts {
  text: RoomText
  folding: RoomFolding
  state: RoomState
  fragments: RoomFragments
}

/** What becomes of text that was taken in, here or at another node: it is committed, or taken back. */
export class RoomCommits implements LogSource<TailEntry>, Receiving {
  readonly foreign: ForeignUpdates
  private readonly settlers: { entries: TailEntry[]; done: () => void }[] = []

  constructor(
    readonly reportId: string,
    private readonly parts: Parts,
    private readonly services: Pick<RoomServices, 'writer' | 'counters' | 'line' | 'tuning'>,
    private readonly around: Surroundings,
    private readonly intake: Pick<UpdateIntake, 'refused'>,
  ) {
    this.foreign = new ForeignUpdates(parts.text, this, services.tuning.parkedBytes)
  }

  /** When these are in the log, everything that is here now is. */
  get uncommitted(): TailEntry[] {
    const last = this.parts.text.lastUncommitted
    return last ? [last, ...this.foreign.entries] : [...this.foreign.entries]
  }

  get hasUncommitted(): boolean {
    return this.uncommitted.length > 0
  }

  /** Of what was taken in here, with all that came before it. */
  commit(entry: TailEntry): void {
    this.services.writer.append(this, entry)
  }

  /**
   * Commits what another node took in and seems not to commit: everything that was written here since builds on it. A
   * row twice in the log does no harm.
   */
  adopt(entries: readonly TailEntry[]): void {
    for (const entry of entries) {
      if (!this.foreign.adopt(entry)) continue
      entry.rights = this.around.rightsVersion()
      this.commit(entry)
    }
  }

  spread(entry: TailEntry): void {
    this.around.broadcast(entry.frame, null)
  }

  committed(entries: TailEntry[]): void {
    const now = performance.now()
    for (const entry of entries) {
      this.foreign.forget(entry)
      this.services.counters.onCommitted((now - entry.takenAt) / 1000)
    }
    const committed = entries.flatMap(({ origin, seq }) => (origin && seq !== null ? [{ origin, seq }] : []))
    this.services.line?.send({ kind: 'committed', committed })
    this.settled(entries)
  }

  settled(entries: TailEntry[]): void {
    const told = new Set<Connection>()
    for (const receipt of entries.flatMap(entry => entry.receipts.splice(0))) {
      receipt.committed()
      told.add(receipt.connection)
    }
    for (const connection of told) connection.tellSaved()
    this.parts.folding.committed()
    this.wakeSettlers()
  }

  refused(entries: TailEntry[], why: 'locked' | 'no-report'): void {
    this.withdraw(entries)
    this.around.onRefused(why)
  }

  async judgeAgain(entries: readonly TailEntry[]): Promise<TailEntry[]> {
    if (entries[0]?.rights === this.around.rightsVersion()) await this.around.renewRights()
    for (;;) {
      const { text, state, fragments } = this.parts
      const stored = await state.recall()
      const { base } = text
      const { deletions } = base
      const index = await fragments.indexOf(stored)
      // Folded meanwhile: the log since that state is not what it was.
      if (base === text.base && deletions) return this.judgeNow(new Set(entries), index, deletions)
    }
  }

  private judgeNow(entries: ReadonlySet<TailEntry>, fragments: FragmentIndex, deletions: Uint8Array): TailEntry[] {
    const denialOf = (entry: TailEntry, touched: Touched): Denial | null => {
      const writer = entry.receipts.find(({ connection }) => connection.actor.id === entry.userId)?.connection
      return writer ? this.around.denialOf(writer.actor, touched) : null
    }
    const { tail, base } = this.parts.text
    const { stateVector } = base
    const denials = judgeAgain({ stateVector, deletions, fragments, tail, entries, denialOf })
    for (const entry of entries) entry.rights = this.around.rightsVersion()
    const refused = [...denials.keys()]
    if (refused.length > 0) this.withdraw(refused, denials)
    return refused
  }

  /** Takes out what never was, nor will be, committed. */
  private withdraw(entries: TailEntry[], denials?: ReadonlyMap<TailEntry, Denial>): void {
    for (const entry of entries) this.foreign.forget(entry)
    const numbers = entries.flatMap(({ origin, isForeign }) => (origin && !isForeign ? [origin.number] : []))
    this.services.line?.send({ kind: 'refused', numbers })
    this.dropped(entries, denials)
  }

  dropped(entries: TailEntry[], denials?: ReadonlyMap<TailEntry, Denial>): void {
    this.parts.text.remove(entries)
    const writers = new Set<Connection>()
    for (const entry of entries) {
      const denial = denials?.get(entry) ?? { reason: 'locked' }
      for (const receipt of entry.receipts.splice(0)) {
        if (receipt.connection.actor.id !== entry.userId) receipt.withdrawn()
        else {
          this.intake.refused(receipt.connection, denial)
          receipt.refused(denial)
          writers.add(receipt.connection)
        }
      }
    }
    // The others were shown it when it came.
    for (const connection of this.around.connections) if (!writers.has(connection)) connection.tellWithdrawn()
    this.wakeSettlers()
  }

  /** Resolves when all of them are committed, or refused. */
  async decided(entries: TailEntry[]): Promise<void> {
    if (entries.length > 0) await new Promise<void>(done => this.settlers.push({ entries, done }))
  }

  private wakeSettlers(): void {
    for (const settler of this.settlers.splice(0)) {
      if (settler.entries.some(entry => entry.seq === null && this.parts.text.tail.includes(entry)))
        this.settlers.push(settler)
      else settler.done()
    }
  }
}
