import { and, asc, eq, isNull, or, sql } from 'drizzle-orm'
import { board } from '#db/schema/organisation.ts'
import { report, reportSection, reportUnit } from '#db/schema/report.ts'
import { templateVersion } from '#db/schema/template-version.ts'
import { findTemplate } from '#templates/index.ts'
import type { Actor } from '../policies/actor.ts'
import { can } from '../policies/can.ts'
import type { Services } from '../services.ts'
import { sectionSettled } from './section-settled.ts'

export interface ReportListItem {
  id: string
  title: string
  templateKey: string
  templateName: string
  boardName: string
  diaryNumber: string | null
  year: number
  /** ISO date. */
  deadline: string | null
  lockedAt: Date | null
  sectionCount: number
  /** Done, reviewed or not applicable. */
  sectionsDone: number
  present: { userId: string; name: string }[]
}

/** Reports that the actor may read: open ones first, the nearest deadline on top. */
export async function listReports(
  { db, presence }: Pick<Services, 'db' | 'presence'>,
  actor: Actor,
): Promise<ReportListItem[]> {
  const rows = await db
    .select({
      report,
      boardName: board.name,
      templateName: sql<string | null>`${templateVersion.definition} ->> 'name'`,
      sectionCount: sql<number>`count(${reportSection.id}) filter (where ${reportUnit.removedAt} is null)::int`,
      sectionsDone: sql<number>`count(*) filter (where ${reportUnit.removedAt} is null and ${sectionSettled})::int`,
    })
    .from(report)
    .leftJoin(
      templateVersion,
      and(
        eq(templateVersion.key, report.templateKey),
        eq(templateVersion.version, report.templateVersion),
        or(isNull(templateVersion.organisationId), eq(templateVersion.organisationId, report.organisationId)),
      ),
    )
    .innerJoin(board, eq(board.id, report.boardId))
    .leftJoin(reportSection, eq(reportSection.reportId, report.id))
    .leftJoin(reportUnit, eq(reportUnit.id, reportSection.unitId))
    .where(eq(report.organisationId, actor.organisationId))
    .groupBy(report.id, board.name, templateVersion.id)
    .orderBy(sql`${report.lockedAt} is not null`, asc(report.deadline), asc(report.title))
  return rows
    .filter(row => can(actor, 'report.read', row.report))
    .map(({ report: { id, title, templateKey, diaryNumber, year, deadline, lockedAt }, templateName, ...counts }) => ({
      id,
      title,
      templateKey,
      templateName: templateName ?? findTemplate(templateKey)?.name ?? templateKey,
      diaryNumber,
      year,
      deadline,
      lockedAt,
      ...counts,
      present: presence.inReport(id),
    }))
}
