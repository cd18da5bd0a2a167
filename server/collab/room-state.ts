import type { Stored } from './read-stored.ts'
import type { RoomFolding } from './room-folding.ts'
import type { RoomText } from './room-text.ts'
import type { SyncReplies } from './sync-replies.ts'

/** The stored state was let go of and cannot be had again now. */
export class StateUnavailableError extends Error {
  readonly code = 'state-unavailable'
  override readonly name = 'StateUnavailableError'
}

/** Brings the bytes of a room's stored state back when somebody needs them, see {@link StateShelf}. */
export class RoomState {
  private recalling: Promise<Uint8Array> | null = null

  /** @param read null where the report has no document any more */
  constructor(
    private readonly reportId: string,
    private readonly text: RoomText,
    private readonly folding: RoomFolding,
    private readonly replies: SyncReplies,
    private readonly read: (reportId: string) => Promise<Stored | null>,
  ) {}

  /**
   * The state of `text.base`, as that is when it resolves. Read once, however many ask.
   * @throws StateUnavailableError, or the database's error
   */
  recall(): Promise<Uint8Array> {
    const { state } = this.text.base
    if (state) return Promise.resolve(state)
    this.recalling ??= this.load().finally(() => {
      this.recalling = null
    })
    return this.recalling
  }

  private async load(): Promise<Uint8Array> {
    const stored = await this.read(this.reportId)
    if (!this.text.base.state) {
      if (stored?.version === this.folding.version) this.replies.restore(stored.state)
      // Another node has folded, or this one is about to take over what it folded itself.
      else await this.folding.fold()
    }
    const { state } = this.text.base
    if (!state) throw new StateUnavailableError(this.reportId)
    return state
  }
}
