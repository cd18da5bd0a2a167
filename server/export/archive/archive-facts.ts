import type { Authentication, SignatureFacts } from '#db/schema/signing.ts'

/** What an archive package says of a locked version beside the report itself. Instants are ISO 8601, hashes lower-case hex. */
export interface ArchiveFacts {
  version: number
  locked: { at: string; by: Person | null; sha256: string }
  history: TextHistory
  /** The finished file; null where the version was not signed by all who should. */
  signed: SignedReport | null
  rounds: Round[]
  events: Evidence[]
  dispatches: Dispatch[]
}

export interface Person {
  /** The same in every package, and of nothing but Samskrift: neither a login nor a person number. */
  id: string
  name: string
  title: string
}

/** How the text came about, without any of it: what somebody who has the log can check it against. */
export interface TextHistory {
  /** The Yjs state that was frozen (update, encoding V1). */
  state: { bytes: number; sha256: string }
  /** Rows of the log of changes up to the lock that are still kept. */
  log: {
    rows: number
    firstSeq: number | null
    lastSeq: number | null
    /** SHA-256 of the lines "SEQ SHA256-OF-DATA\n" in order; `data` may hold several updates. */
    sha256: string
  }
}

export interface SignedReport {
  bytes: Uint8Array
  sha256: string
  at: string
  code: string
  level: string
}

export interface Round {
  code: string
  order: 'sequence' | 'parallel'
  level: string
  expected: number
  state: 'open' | 'signed' | 'refused' | 'withdrawn'
  startedAt: string
  startedBy: Person
  endedAt: string | null
  signers: (Person & { capacity: string; state: 'waiting' | 'signed' | 'refused'; decidedAt: string | null })[]
}

/** A row of the evidence. */
export interface Evidence {
  id: number
  kind: string
  at: string
  person: Person | null
  /** Code of the round that it belongs to. */
  round: string | null
  ip: string | null
  authentication: Authentication | null
  hashBefore: string | null
  hashAfter: string | null
  signature: SignatureFacts | null
  reason: string | null
  errorCode: string | null
}

export interface Dispatch {
  sentOn: string
  at: string
  by: Person
  audience: 'internal' | 'public'
  recipients: string[]
  sha256: string | null
  note: string | null
}

/** When the last thing happened to the version: what the package is as of. */
export const asOf = ({ locked, signed, events, dispatches }: ArchiveFacts): string =>
  [locked.at, signed?.at ?? '', ...events.map(({ at }) => at), ...dispatches.map(({ at }) => at)].sort().at(-1) ??
  locked.at
