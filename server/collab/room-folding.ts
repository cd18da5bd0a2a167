import type { Documents, FoldResult } from '../documents/documents.ts'
import { OutageLog } from '../outage-log.ts'
import { Clocks } from './clocks.ts'
import { FoldSchedule } from './fold-schedule.ts'
import type { RoomText } from './room-text.ts'
import type { SyncReplies } from './sync-replies.ts'
import type { Tuning } from './tuning.ts'

/** Lets the log of one room be folded into its stored state, and takes over what came out. */
export class RoomFolding {
  private running: Promise<void> | null = null
  /** How often another node had folded meanwhile: it may have taken rows that were never here. */
  foldsOfOthers = 0
  private stopped = false
  private readonly schedule: FoldSchedule
  private readonly outage = new OutageLog('folding a report')

  /**
   * @param spread called with an update that was in the log without having come through this room
   * @param version of the stored state that the room's text begins with
   */
  constructor(
    private readonly reportId: string,
    private readonly text: RoomText,
    private readonly replies: SyncReplies,
    private readonly documents: Pick<Documents, 'fold' | 'diff'>,
    private readonly tuning: Tuning,
    private readonly spread: (update: Uint8Array) => void,
    public version: string,
  ) {
    this.schedule = new FoldSchedule(tuning, () => void this.fold())
    if (text.tail.length > 0) this.schedule.edited()
  }

  committed(): void {
    // Not when it is sent: what a fold finds uncommitted needs another fold, even if nobody writes any more.
    this.schedule.edited()
    if (!this.running && this.text.tail.length >= this.tuning.foldTail) this.schedule.hurry()
  }

  /** Never rejects: what could not be folded stays in the log, and a later attempt takes it. */
  fold(): Promise<void> {
    if (this.stopped) return Promise.resolve()
    this.running ??= this.run().finally(() => {
      this.running = null
    })
    return this.running
  }

  get isRunning(): boolean {
    return this.running !== null
  }

  /** Resolves when no fold is under way. */
  idle(): Promise<void> {
    return this.running ?? Promise.resolve()
  }

  stop(): void {
    this.stopped = true
    this.schedule.stop()
  }

  private async run(): Promise<void> {
    this.schedule.begun()
    const { text } = this
    // Whatever is committed now is in the state when the fold is done, no matter whose fold took it.
    const committed = new Set(text.tail.filter(entry => entry.seq !== null))
    try {
      const result = await this.documents.fold(this.reportId)
      this.outage.worked({ reportId: this.reportId })
      if (result.versionBefore !== this.version) this.foldsOfOthers += 1
      const isSame = result.version === this.version
      this.version = result.version
      const known = new Set(text.tail.map(entry => entry.seq))
      const folded = new Set(result.folded)
      const isCovered = text.clocks.cover(Clocks.decode(result.stateVector))
      if (committed.size === 0 && folded.size === 0 && isSame && isCovered) {
        this.replies.restore(result.state)
        return
      }
      // What the clients have, before the room counts in what it gets now.
      const had = text.clocks.encode()
      text.rebase(result, entry => !committed.has(entry) && (entry.seq === null || !folded.has(entry.seq)))
      this.replies.rebase(text.base)
      if (result.unusable.length > 0) text.recount()
      const foreign = result.folded.some(seq => !known.has(seq))
      // What was committed meanwhile may have had its turn while this fold still ran.
      if (text.tail.length > 0) this.schedule.edited()
      else this.schedule.reset()
      if (foreign || !text.clocks.cover(Clocks.decode(result.stateVector))) await this.catchUp(result, had)
    } catch (error) {
      this.outage.failed(error, { reportId: this.reportId })
      if (!this.stopped) this.schedule.failed()
    }
  }

  /** Another writer put something into the log: the clients here get what they lack. */
  private async catchUp(result: FoldResult, had: Uint8Array): Promise<void> {
    const { text } = this
    const { base } = text
    const update = await this.documents.diff(result.state, had)
    text.catchUp(Clocks.decode(result.stateVector))
    if (text.base === base && result.deletions) text.learnDeletions(result.deletions)
    else text.forgetDeletions()
    this.spread(update)
  }
}
