import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { report, reportUnit } from '#db/schema/report.ts'
import type { ReportRow } from '../reports/find-report.ts'
import type { UnitRow } from '../reports/read-sections.ts'

/**
 * Whether a shared row was said by another board, and still stands in that board's report of the same year: then it is
 * not this board's to leave out. The row that a lineage began with says whose it is, in every year after.
 */
export async function isHeld(tx: Tx, row: ReportRow, unit: UnitRow): Promise<boolean> {
  const [origin] = await tx
    .select({ boardId: report.boardId })
    .from(reportUnit)
    .innerJoin(report, eq(report.id, reportUnit.reportId))
    .where(eq(reportUnit.id, unit.lineageId))
  if (!origin || origin.boardId === row.boardId) return false
  const [theirs] = await tx
    .select({ id: reportUnit.id })
    .from(reportUnit)
    .innerJoin(report, eq(report.id, reportUnit.reportId))
    .where(
      and(
        eq(reportUnit.lineageId, unit.lineageId),
        isNull(reportUnit.removedAt),
        eq(report.boardId, origin.boardId),
        eq(report.templateKey, row.templateKey),
        eq(report.year, row.year),
      ),
    )
    .limit(1)
  return theirs !== undefined
}
