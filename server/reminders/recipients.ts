import { and, eq, isNotNull, isNull, not, or, type SQL, sql } from 'drizzle-orm'
import type { Db, Tx } from '#db/client.ts'
import { report, reportSection, reportUnit } from '#db/schema/report.ts'
import { appUser, roleGrant } from '#db/schema/user.ts'
import { sectionSettled } from '../reports/section-settled.ts'

/** Somebody who can be reminded of a section. */
export interface Recipient {
  userId: string
  sectionId: string
  /** ISO date; null where nobody has set a day. */
  deadline: string | null
}

/** Still asked for: not done, in a report that is open, not part of what was removed. */
const isAwaited = and(isNull(report.lockedAt), isNull(reportUnit.removedAt), not(sectionSettled))

/** With an account, an address and the wish to be reminded, and still with a role on the report's board. */
const isReachable = and(
  eq(appUser.active, true),
  eq(appUser.wantsReminders, true),
  isNotNull(appUser.email),
  eq(appUser.organisationId, report.organisationId),
  sql`exists (
    select 1 from role_grant reading
    where reading.user_id = ${appUser.id} and (reading.board_id is null or reading.board_id = ${report.boardId}))`,
)

/**
 * Who can be reminded of which sections: the owner, or everyone with the owner role. Two queries in one: as one with an
 * `or`, every person would be compared with every section.
 * @param of the sections; about {@link appUser} too, where only one person is meant
 */
export function findRecipients(db: Db | Tx, of: SQL): Promise<Recipient[]> {
  const columns = { userId: appUser.id, sectionId: reportSection.id, deadline: reportSection.deadline }
  const owners = db
    .select(columns)
    .from(reportSection)
    .innerJoin(report, eq(report.id, reportSection.reportId))
    .leftJoin(reportUnit, eq(reportUnit.id, reportSection.unitId))
    .innerJoin(appUser, eq(appUser.id, reportSection.ownerId))
    .where(and(of, isAwaited, isReachable))
  const holders = db
    .select(columns)
    .from(reportSection)
    .innerJoin(report, eq(report.id, reportSection.reportId))
    .leftJoin(reportUnit, eq(reportUnit.id, reportSection.unitId))
    .innerJoin(
      roleGrant,
      and(
        eq(roleGrant.role, reportSection.ownerRole),
        or(isNull(roleGrant.boardId), eq(roleGrant.boardId, report.boardId)),
      ),
    )
    .innerJoin(appUser, eq(appUser.id, roleGrant.userId))
    .where(and(of, isAwaited, isReachable))
  // Without doubles: somebody may have the role for the board and everywhere.
  return owners.union(holders)
}
