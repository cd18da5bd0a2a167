import { CLOSE } from '../../core/collab-protocol.ts'

/** Why the server closed for good. */
export type RefusalReason =
  | 'signed-out'
  | 'no-rights'
  | 'unknown-report'
  | 'old-editor'
  | 'too-large'
  | 'slow-reader'
  | 'too-fast'
  | 'malformed'

export type SaveState =
  | 'connecting'
  | 'saved'
  | 'saving'
  | 'offline'
  | 'locked'
  | 'read-only'
  | `refused:${RefusalReason}`

const REASONS: Partial<Record<number, RefusalReason>> = {
  [CLOSE.tooLarge]: 'too-large',
  [CLOSE.malformed]: 'malformed',
  [CLOSE.noSession]: 'signed-out',
  [CLOSE.noRights]: 'no-rights',
  [CLOSE.unknownReport]: 'unknown-report',
  [CLOSE.slowReader]: 'slow-reader',
  [CLOSE.oldEditor]: 'old-editor',
  [CLOSE.tooFast]: 'too-fast',
}

/** Null for a close that passes: the client comes back by itself. */
export function refusalOf(closeCode: number): RefusalReason | null {
  return REASONS[closeCode] ?? (closeCode >= 4400 && closeCode < 4500 ? 'malformed' : null)
}

export interface SaveFacts {
  refusal: RefusalReason | null
  connected: boolean
  /** A connection has failed or ended since the last one that worked. */
  lost: boolean
  /** Everything sent on this connection is committed. */
  settled: boolean
  /** Something written here has not been reported as committed. */
  unsaved: boolean
}

/** What the line beside the title says. @param access what structure and rights allow right now */
export function saveState(facts: SaveFacts, access: { locked: boolean; write: boolean }): SaveState {
  if (facts.refusal) return `refused:${facts.refusal}`
  if (!facts.connected && facts.lost) return 'offline'
  if (access.locked) return 'locked'
  if (!access.write) return 'read-only'
  if (facts.unsaved) return facts.connected ? 'saving' : 'connecting'
  return facts.settled ? 'saved' : 'connecting'
}
