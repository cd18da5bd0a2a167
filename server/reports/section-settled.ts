import { type SQL, sql } from 'drizzle-orm'
import { reportSection } from '#db/schema/report.ts'

/** As `isSettled` of editor/core/section-state.ts, for rows that stay in the database. */
export const sectionSettled: SQL = sql`(${reportSection.status} in ('done', 'reviewed') or ${reportSection.notApplicableReason} is not null)`
