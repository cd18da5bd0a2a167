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
  | 'too-many'
  | 'malformed'
  | 'newer-document'

/** What the state line says; exactly one of these at any time. */
export type SaveState = 'saved' | 'saving' | 'stalled' | 'offline' | 'no-rights' | 'new-version' | 'locked'

const REASONS: Partial<Record<number, RefusalReason>> = {
  [CLOSE.tooLarge]: 'too-large',
  [CLOSE.malformed]: 'malformed',
  [CLOSE.noSession]: 'signed-out',
  [CLOSE.noRights]: 'no-rights',
  [CLOSE.unknownReport]: 'unknown-report',
  [CLOSE.slowReader]: 'slow-reader',
  [CLOSE.oldEditor]: 'old-editor',
  [CLOSE.newerDocument]: 'newer-document',
  [CLOSE.tooFast]: 'too-fast',
  [CLOSE.tooMany]: 'too-many',
}

/** Null for a close that passes: the client comes back by itself. */
export function refusalOf(closeCode: number): RefusalReason | null {
  return REASONS[closeCode] ?? (closeCode >= 4400 && closeCode < 4500 ? 'malformed' : null)
}

export interface SaveFacts {
  refusal: RefusalReason | null
  connected: boolean
  /** No contact since a connection failed or ended. */
  lost: boolean
  /** Everything that this browser holds is committed. */
  settled: boolean
  /** Changes written here that the server has not committed. */
  waiting: number
  /** The server is there and takes nothing: its database is away. */
  stalled: boolean
}

/** Where the person can do nothing here but read. */
const SHUT_OUT: readonly RefusalReason[] = ['signed-out', 'no-rights', 'unknown-report']
const OUTDATED: readonly RefusalReason[] = ['old-editor', 'newer-document']

/**
 * What the line beside the title says. Never "saved" while something of this browser is not committed.
 * @param access what structure and rights allow right now
 */
export function saveState(facts: SaveFacts, access: { locked: boolean; write: boolean }): SaveState {
  const { refusal } = facts
  if (refusal) return OUTDATED.includes(refusal) ? 'new-version' : SHUT_OUT.includes(refusal) ? 'no-rights' : 'offline'
  if (facts.lost) return 'offline'
  if (access.locked) return 'locked'
  if (!access.write) return 'no-rights'
  if (facts.stalled) return 'stalled'
  return facts.waiting === 0 && facts.settled ? 'saved' : 'saving'
}
