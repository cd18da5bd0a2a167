import { MAX_FRAME_BYTES } from '#editor/core/collab-protocol.ts'

/** Every limit and interval of the co-editing server. Times in ms, sizes in bytes. */
export interface Tuning {
  /** A connection may send so many messages at once, and so many per second after that. */
  messageBurst: number
  messagesPerSecond: number
  byteBurst: number
  bytesPerSecond: number
  /** Unsent bytes to one reader before it is dropped; it comes back and syncs. */
  unsentBytes: number
  connectionsPerUserAndRoom: number
  connectionsPerUser: number
  /** Whole organisations come from one address. */
  connectionsPerAddress: number
  roomsPerUser: number
  /** Upgrades that wait for the database at the same time. */
  waitingUpgrades: number
  admissionTimeout: number
  /** Frames of one connection that wait for the room before its socket is no longer read. */
  inboxBytes: number
  /** Updates of one connection that wait for what they build on. */
  parkedBytes: number
  /** Text of one report, folded and not. */
  documentBytes: number
  /** Uncommitted bytes of the process before writers' sockets are no longer read. */
  uncommittedBytes: number
  /** At least this long between the starts of two INSERTs. */
  commitInterval: number
  /** An INSERT without an answer for so long is given up and sent again; a row twice in the log does no harm. */
  commitTimeout: number
  /** Pause before a room whose report is being locked is tried again. */
  lockRetry: number
  /** First and longest pause after a failed INSERT. */
  commitBackoff: [first: number, longest: number]
  /** Committed updates that are not folded yet. */
  foldTail: number
  /** Fold this long after the last edit … */
  foldIdle: number
  /** … and this long after the first unfolded one while typing goes on. */
  foldLongest: number
  /** Between two folds of a room for the sake of `foldTail`: hundreds of edits a second come from programs only. */
  foldSpacing: number
  foldRetry: number
  /** The bytes of a stored state are let go of when nobody has needed them for so long. */
  stateKept: number
  /**
   * How often every connection hears something, up to a twelfth later. y-websocket reconnects when it hears nothing for
   * 30 s, and pings it does not hear. Whoever does not answer is cut after three times as long at most.
   */
  heartbeat: number
  /** How long close() waits for the database, and then for the sockets. */
  closeTimeout: number
  /** A node says so often that it lives, and is taken for dead when it has not for `nodeTimeout`. */
  nodeHeartbeat: number
  nodeTimeout: number
  /** How often a node looks in the log for what it has not heard of. */
  logCheck: number
  /** What another node took in and has not said to be committed is looked for in the log after so long … */
  foreignPatience: number
  /** … and after so long written by this one, even though the other lives. At once where it does not. */
  adoptAfter: number
  /** Larger updates go by way of the log only. */
  busBytes: number
}

export const DEFAULT_TUNING: Tuning = {
  messageBurst: 2000,
  messagesPerSecond: 400,
  byteBurst: 3 * MAX_FRAME_BYTES,
  bytesPerSecond: 20 * 1024 * 1024,
  unsentBytes: 16 * 1024 * 1024,
  connectionsPerUserAndRoom: 50,
  connectionsPerUser: 400,
  connectionsPerAddress: 10_000,
  roomsPerUser: 200,
  waitingUpgrades: 2000,
  admissionTimeout: 10_000,
  inboxBytes: 1024 * 1024,
  parkedBytes: MAX_FRAME_BYTES,
  documentBytes: 128 * 1024 * 1024,
  uncommittedBytes: 64 * 1024 * 1024,
  commitInterval: 10,
  commitTimeout: 30_000,
  lockRetry: 25,
  commitBackoff: [100, 5_000],
  foldTail: 300,
  foldIdle: 1_500,
  foldLongest: 10_000,
  foldSpacing: 2_000,
  foldRetry: 10_000,
  stateKept: 2_000,
  heartbeat: 25_000,
  closeTimeout: 10_000,
  nodeHeartbeat: 1_500,
  nodeTimeout: 5_000,
  logCheck: 2_000,
  foreignPatience: 1_500,
  adoptAfter: 45_000,
  busBytes: 1024 * 1024,
}
