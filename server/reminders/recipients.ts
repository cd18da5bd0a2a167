import { and, eq, isNotNull, isNull, not, type SQL, sql } from 'drizzle-orm'
import type { Db, Tx } from '#db/client.ts'
import { report, reportSection, reportUnit } from '#db/schema/report.ts'
import { appUser } from '#db/schema/user.ts'
import { ownedBy } from '../reports/owned-by.ts'
import { sectionSettled } from '../reports/section-settled.ts'

/** Somebody who can be reminded of a section. */
export interface Recipient {
  userId: string
  sectionId: string
  /** ISO date; null where nobody has set a day. */
  deadline: string | null
}

/** Still asked for: not done, in a report that is open, not part of what was removed. */
export const isAwaited: SQL = sql`(${and(isNull(report.lockedAt), isNull(reportUnit.removedAt), not(sectionSettled))})`

/** Responsible, with an account, an address and the wish to be reminded, and still with a role on the report's board. */
const isReachable: SQL = sql`(${and(
  eq(appUser.active, true),
  eq(appUser.wantsReminders, true),
  isNotNull(appUser.email),
  ownedBy(sql`${appUser.id}`),
)} and exists (
  select 1 from role_grant reading
  where reading.user_id = ${appUser.id} and (reading.board_id is null or reading.board_id = ${report.boardId})))`

/** Who can be reminded of which sections: the owner, or everyone with the owner role. @param where of the sections */
export const findRecipients = (db: Db | Tx, where: SQL): Promise<Recipient[]> =>
  db
    .select({ userId: appUser.id, sectionId: reportSection.id, deadline: reportSection.deadline })
    .from(reportSection)
    .innerJoin(report, eq(report.id, reportSection.reportId))
    .leftJoin(reportUnit, eq(reportUnit.id, reportSection.unitId))
    .innerJoin(appUser, eq(appUser.organisationId, report.organisationId))
    .where(and(where, isAwaited, isReachable))
