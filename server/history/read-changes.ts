import { and, asc, eq, gt, inArray, lte, or, type SQL } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { reportSection, reportUnit } from '#db/schema/report.ts'
import { structureChange } from '#db/schema/structure-change.ts'

/** What somebody changed in a report besides its text. */
export interface ChangeEntry {
  seq: number
  /** ms since 1970. */
  at: number
  userId: string
  /** The section, or other part of the report; null for the report itself. */
  holderId: string | null
  /** The name that `recordChange` was given. */
  field: string
  before: unknown
  after: unknown
}

export interface ChangeQuery {
  /** The changes after the one moment, up to the other; null for no bound. */
  after: Date | null
  upTo: Date | null
  sectionId?: string | undefined
  userId?: string | undefined
}

/** Of the section itself, of what it lists, and of the unit that it is a part of. */
const inSection = (db: Db, sectionId: string): SQL | undefined =>
  or(
    eq(structureChange.holderId, sectionId),
    inArray(
      structureChange.holderId,
      db.select({ id: reportUnit.id }).from(reportUnit).where(eq(reportUnit.sectionId, sectionId)),
    ),
    inArray(
      structureChange.holderId,
      db.select({ id: reportSection.unitId }).from(reportSection).where(eq(reportSection.id, sectionId)),
    ),
  )

/** Oldest first. */
export async function readChanges(
  db: Db,
  reportId: string,
  { after, upTo, sectionId, userId }: ChangeQuery,
): Promise<ChangeEntry[]> {
  const wanted: (SQL | undefined)[] = [
    eq(structureChange.reportId, reportId),
    after ? gt(structureChange.at, after) : undefined,
    upTo ? lte(structureChange.at, upTo) : undefined,
    sectionId === undefined ? undefined : inSection(db, sectionId),
    userId === undefined ? undefined : eq(structureChange.changedBy, userId),
  ]
  const rows = await db
    .select()
    .from(structureChange)
    .where(and(...wanted))
    .orderBy(asc(structureChange.at), asc(structureChange.seq))
  return rows.map(({ seq, at, changedBy, holderId, field, before, after: now }) => ({
    seq,
    at: at.getTime(),
    userId: changedBy,
    holderId,
    field,
    before,
    after: now,
  }))
}
