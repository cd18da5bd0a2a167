import type { RefusedText } from './refused-text.ts'
import type { Room } from './room.ts'
import type { SaveFacts } from './save-state.ts'
import type { CopyState } from './unsent/unsent-copy.ts'

export interface ConnectionState extends SaveFacts {
  /** Null until the connection is started, and on the server. */
  room: Room | null
  /** There is a shared document to show and write in. */
  ready: boolean
  /** Something written here has not been reported as committed. */
  unsaved: boolean
  /** Where what waits is kept besides in this tab. */
  copy: CopyState
  /** Text that the server did not take, or that stands nowhere any more, by reason. It is in this browser only. */
  refused: readonly RefusedText[]
}

/** Before the connection is started, and on the server. */
export const START: ConnectionState = {
  room: null,
  ready: false,
  refusal: null,
  connected: false,
  lost: false,
  settled: false,
  stalled: false,
  waiting: 0,
  unsaved: false,
  copy: 'none',
  refused: [],
}
