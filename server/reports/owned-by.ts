import { type SQL, sql } from 'drizzle-orm'
import { report, reportSection } from '#db/schema/report.ts'

/**
 * Whether a person is responsible for a section: it is given to them, or to a role that they have for its report's board.
 * As `owns` of server/policies/can.ts, for rows that stay in the database.
 */
export const ownedBy = (userId: string): SQL => sql`(${reportSection.ownerId} = ${userId} or exists (
  select 1 from role_grant owning
  where owning.user_id = ${userId} and owning.role = ${reportSection.ownerRole}
    and (owning.board_id is null or owning.board_id = ${report.boardId})))`
