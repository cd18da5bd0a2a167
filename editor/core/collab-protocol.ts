import type { FigureSet } from './figure.ts'

/**
 * The wire between editor and server: y-websocket's protocol (0 sync, 1 awareness, 3 query awareness) and four message
 * types of our own, sent only to clients that connect with `?v=<editor version>`. A stock y-websocket client works.
 */
export const MESSAGE = {
  sync: 0,
  awareness: 1,
  queryAwareness: 3,
  /**
   * varUint n: of the first n messages of this connection that carried an update (sync step 2 or update, empty ones too)
   * each is committed in PostgreSQL, or was answered by `denied` before.
   */
  saved: 100,
  /** varString JSON {@link Denied}: an update was not taken; it is neither stored nor sent on. */
  denied: 101,
  /** varString JSON {@link Changed}: structure, data, comments, lock or rights moved; fetch what you show. */
  changed: 102,
  /** varUint ms: the server leaves; come back after that many milliseconds. */
  closing: 103,
} as const

export interface Denied {
  /** `locked`: the report, or the section. `section`: somebody else answers for it. */
  reason: 'locked' | 'read-only' | 'section'
  /**
   * The sections that stood in the way, where only these did: the client may send what it wrote in others again, as new
   * text. Absent where nothing may be written anywhere.
   */
  sections?: string[]
  /**
   * As `saved`: the ordinal, from 1, of the refused message on this connection. 0, with no section: nothing of this
   * client, but text of somebody else that it was shown. It starts a document anew and takes over what is its own.
   */
  message: number
}

export interface Changed {
  what: 'structure' | 'data' | 'comments' | 'locked' | 'rights'
  /** The figures that moved, where they are few; without them, fetch all that you show. */
  moved?: MovedFigures
}

/** Figures with another value than before, as figureKey. Those that `data` does not have are no more. */
export interface MovedFigures {
  keys: string[]
  data: FigureSet
}

/** WebSocket close codes. Those in 44xx are final: a client explains them and does not reconnect by itself. */
export const CLOSE = {
  tooLarge: 1009,
  restarting: 1012,
  malformed: 4400,
  noSession: 4401,
  noRights: 4403,
  unknownReport: 4404,
  slowReader: 4408,
  /** The report was written with a newer version of the program than this server is. */
  newerDocument: 4409,
  oldEditor: 4426,
  tooFast: 4429,
  /** One person has too many reports, or one too many times, open. */
  tooMany: 4431,
} as const

/** Largest frame that the server reads, bytes. */
export const MAX_FRAME_BYTES = 16 * 1024 * 1024
