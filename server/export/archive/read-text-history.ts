import { createHash } from 'node:crypto'
import { and, asc, eq, lte, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { reportUpdate } from '#db/schema/document.ts'
import { sha256Hex } from '../../sha256.ts'
import type { TextHistory } from './archive-facts.ts'

/** @param upTo log position that the frozen text shows */
export async function readTextHistory(
  db: Db,
  reportId: string,
  { state, upTo }: { state: Uint8Array; upTo: number },
): Promise<TextHistory> {
  const rows = await db
    // The database hashes: the log of a long report is tens of megabytes.
    .select({ seq: reportUpdate.seq, sha256: sql<string>`encode(sha256(${reportUpdate.data}), 'hex')` })
    .from(reportUpdate)
    .where(and(eq(reportUpdate.reportId, reportId), lte(reportUpdate.seq, upTo)))
    .orderBy(asc(reportUpdate.seq))
  const chain = createHash('sha256')
  for (const { seq, sha256 } of rows) chain.update(`${seq} ${sha256}\n`)
  return {
    state: { bytes: state.byteLength, sha256: sha256Hex(state) },
    log: {
      rows: rows.length,
      firstSeq: rows[0]?.seq ?? null,
      lastSeq: rows.at(-1)?.seq ?? null,
      sha256: chain.digest('hex'),
    },
  }
}
