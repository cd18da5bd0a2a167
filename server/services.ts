import type { Db, Sql } from '#db/client.ts'
import type { ApiLimits } from './api/api-limits.ts'
import type { Presence } from './collab/presence.ts'
import type { Documents } from './documents/documents.ts'
import type { Exports } from './export/exports.ts'
import type { ReadWord } from './reports/word-import/read-word.ts'
import type { Signing } from './signing/signing.ts'
import type { VerifyRequests } from './signing/verify/verify-requests.ts'

/** What the one process made at start. Pages get it through {@link services}: Next bundles a copy of every module. */
export interface Services {
  db: Db
  sql: Sql
  documents: Documents
  exports: Exports
  signing: Signing
  /** Who is in which report now. */
  presence: Presence
  apiLimits: ApiLimits
  /** Files that anybody has verified. */
  verifications: Pick<VerifyRequests, 'answer'>
  /** Reads a Word file in a process of its own. @throws WordFileRefusedError */
  readWord: (file: Uint8Array) => Promise<ReadWord>
}

const KEY = Symbol.for('samskrift.services')
type Holder = { [KEY]?: Services }

export function provideServices(services: Services): void {
  ;(globalThis as Holder)[KEY] = services
}

export function services(): Services {
  const found = (globalThis as Holder)[KEY]
  if (!found) throw new Error('The server has not started: use `npm start` or `npm run dev`, not `next` alone')
  return found
}
