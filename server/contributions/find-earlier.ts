import { and, desc, eq, lt, ne, sql } from 'drizzle-orm'
import { report } from '#db/schema/report.ts'
import type { Actor } from '../policies/actor.ts'
import { can } from '../policies/can.ts'
import type { ReportRow } from '../reports/find-report.ts'
import type { Services } from '../services.ts'

/**
 * The report of the period before: the one that this was made from, else the nearest earlier one of the same board and
 * document type. Null where there is none that the actor may read.
 */
export async function findEarlier(
  { db }: Pick<Services, 'db'>,
  actor: Actor,
  { id, madeFrom, boardId, templateKey, year, createdAt }: ReportRow,
): Promise<ReportRow | null> {
  const [origin] = madeFrom ? await db.select().from(report).where(eq(report.id, madeFrom)) : []
  if (origin?.templateKey === templateKey) return can(actor, 'report.read', origin) ? origin : null
  const [nearest] = await db
    .select()
    .from(report)
    .where(
      and(
        eq(report.boardId, boardId),
        eq(report.templateKey, templateKey),
        ne(report.id, id),
        // Several in a year, such as monthly ones, follow each other as they were made.
        sql`(${lt(report.year, year)} or (${eq(report.year, year)} and ${lt(report.createdAt, createdAt)}))`,
      ),
    )
    .orderBy(desc(report.year), desc(report.createdAt))
    .limit(1)
  return nearest && can(actor, 'report.read', nearest) ? nearest : null
}
