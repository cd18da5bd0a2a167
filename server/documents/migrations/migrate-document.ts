import { gzipSync } from 'node:zlib'
import * as Y from 'yjs'
import type { Migration } from './migration.ts'

export interface Versions {
  /** Editor version that the document was stored by, and that of this program. */
  from: number
  to: number
}

/**
 * Brings a document to the form of another editor version.
 * @returns the whole document from before, as Yjs update V2, gzip; null where no step was due
 * @throws what a step throws; the document is half changed then
 */
export function migrateDocument(
  doc: Y.Doc,
  sectionIds: readonly string[],
  { from, to }: Versions,
  migrations: readonly Migration[],
): Uint8Array | null {
  const due = migrations.filter(step => step.to > from && step.to <= to).sort((a, b) => a.to - b.to)
  if (due.length === 0) return null
  const before = gzipSync(Y.encodeStateAsUpdateV2(doc))
  for (const step of due) doc.transact(() => step.migrate(doc, sectionIds))
  return before
}
