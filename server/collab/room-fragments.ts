import type { Documents } from '../documents/documents.ts'
import { FragmentIndex } from './fragment-index.ts'
import type { RoomState } from './room-state.ts'
import type { RoomText } from './room-text.ts'

/** Up to this size the index is built on the event loop, in a few ms: that is sooner than the worker has it. */
const SMALL = 32 * 1024

/** Lets a room's text know where updates write, from the first one on that must be looked into. */
export class RoomFragments {
  private learning: Promise<void> | null = null

  constructor(
    private readonly text: RoomText,
    private readonly state: RoomState,
    private readonly documents: Pick<Documents, 'fragments'>,
  ) {}

  /** @throws the worker's errors: nobody who has limits writes until it works again */
  learn(): Promise<void> {
    // One index for all who wait for it: it takes in what comes after.
    this.learning ??= this.build().finally(() => {
      this.learning = null
    })
    return this.learning
  }

  private async build(): Promise<void> {
    for (;;) {
      const state = await this.state.recall()
      const { base } = this.text
      const { deletions } = base
      const index = await this.indexOf(state)
      // Folded meanwhile: the log since that state is not what it was.
      if (base !== this.text.base || !deletions) continue
      this.text.learnDeletions(deletions)
      this.text.learnFragments(index)
      return
    }
  }

  /** Of that state alone; a new one each time. */
  async indexOf(state: Uint8Array): Promise<FragmentIndex> {
    if (state.length <= SMALL) return FragmentIndex.of(state)
    return new FragmentIndex(await this.documents.fragments(state))
  }
}
