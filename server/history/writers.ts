import { and, eq, gt, max, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { reportUpdate } from '#db/schema/document.ts'

interface Known {
  /** Log position up to which the rows have been looked at. */
  upTo: number
  ids: Set<string>
}

/** Rows may be committed late, under a number that has been passed: so many are looked at again. */
const AGAIN = 2_000
/** Some kB each. */
const MOST_REPORTS = 1_000

/**
 * Who has written in each report. A log of 100,000 rows takes a tenth of a second to look through, so only what has come
 * since the last time is.
 */
export class Writers {
  readonly #reports = new Map<string, Known>()

  /** @returns ids of users */
  async of(db: Db, reportId: string): Promise<string[]> {
    const known = this.#reports.get(reportId) ?? { upTo: 0, ids: new Set<string>() }
    const from = known.upTo - AGAIN
    const rows = await db
      .select({ id: reportUpdate.userId, last: max(reportUpdate.seq) })
      .from(reportUpdate)
      .where(and(eq(reportUpdate.reportId, reportId), from > 0 ? gt(reportUpdate.seq, from) : sql`true`))
      .groupBy(reportUpdate.userId)
    for (const { id, last } of rows) {
      if (id) known.ids.add(id)
      known.upTo = Math.max(known.upTo, Number(last ?? 0))
    }
    if (this.#reports.size >= MOST_REPORTS && !this.#reports.has(reportId)) this.#reports.clear()
    this.#reports.set(reportId, known)
    return [...known.ids]
  }
}
