import { and, asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Db } from '#db/client.ts'
import { report } from '#db/schema/report.ts'
import { structureChange } from '#db/schema/structure-change.ts'
import type { Origin } from '#editor/core/resolved-report.ts'
import type { ReportRow } from '../find-report.ts'

const noted = z.object({ title: z.string(), year: z.int() })

/** The report that this one was made from, as it is now and as it was then; null where it was made from none. */
export async function readOrigin(db: Db, { id, madeFrom }: ReportRow): Promise<Origin | null> {
  if (!madeFrom) return null
  const [[now], [change]] = await Promise.all([
    db.select({ id: report.id, title: report.title, year: report.year }).from(report).where(eq(report.id, madeFrom)),
    db
      .select({ after: structureChange.after })
      .from(structureChange)
      .where(and(eq(structureChange.reportId, id), eq(structureChange.field, 'madeFrom')))
      .orderBy(asc(structureChange.seq))
      .limit(1),
  ])
  if (!now) return null
  const was = noted.safeParse(change?.after)
  return { ...now, was: was.success ? was.data : { title: now.title, year: now.year } }
}
