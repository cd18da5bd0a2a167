import type { Authentication } from '#db/schema/signing.ts'

/** Who signed, as the evidence in the database says. */
export interface IssuedSigner {
  name: string
  capacity: string
  /** ISO 8601; null for who has not signed. */
  at: string | null
  method: Authentication['method'] | null
  /** As the identity provider stated it. */
  acr: string | null
  certificate: string | null
  certificateIssuer: string | null
  level: string | null
  timestamp: string | null
}

/** What may be told of a finished file to anybody who holds it or its code. Nothing of what the report says. */
export interface IssuedFile {
  title: string
  diaryNumber: string | null
  organisation: string
  board: string
  version: number
  /** A later version of the report is signed, or is being made. */
  hasLaterVersion: boolean
  /** ISO 8601: when the last one signed. */
  at: string | null
  /** SHA-256 of the finished file, lower-case hex. */
  sha256: string
  expected: number
  signers: IssuedSigner[]
  /** Made with a test key: the signatures count for nothing. */
  test: boolean
}

/** What a code stands for. Of a file that is not finished nothing is told but that. */
export type IssuedState = { state: 'finished'; file: IssuedFile } | { state: 'unfinished' }
