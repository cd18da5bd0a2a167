import { and, eq, sql } from 'drizzle-orm'
import type { Db, Tx } from '#db/client.ts'
import { board, organisation } from '#db/schema/organisation.ts'
import { appUser, roleGrant } from '#db/schema/user.ts'
import { publish } from '../events.ts'
import type { OrganisationPlan } from './organisation-plan.ts'

async function putOrganisation(tx: Tx, { name, diaryNumberPattern, diaryNumberExample }: OrganisationPlan) {
  const values = { name, diaryNumberPattern, diaryNumberExample }
  const found = await tx.query.organisation.findFirst({ where: eq(organisation.name, name) })
  const rows = found
    ? await tx.update(organisation).set(values).where(eq(organisation.id, found.id)).returning()
    : await tx.insert(organisation).values(values).returning()
  return only(rows).id
}

/** Ids of the boards by their key in the plan. */
async function putBoards(tx: Tx, organisationId: string, boards: OrganisationPlan['boards']) {
  const ids = new Map<string, string>()
  for (const { key, ...values } of boards) {
    const where = and(eq(board.organisationId, organisationId), eq(board.name, values.name))
    const found = await tx.query.board.findFirst({ where })
    const rows = found
      ? await tx.update(board).set(values).where(eq(board.id, found.id)).returning()
      : await tx
          .insert(board)
          .values({ ...values, organisationId })
          .returning()
    ids.set(key, only(rows).id)
  }
  return ids
}

async function putUser(
  tx: Tx,
  organisationId: string,
  { grants, ...values }: OrganisationPlan['users'][number],
  boardIds: Map<string, string>,
): Promise<void> {
  const { id: userId } = only(
    await tx
      .insert(appUser)
      .values({ ...values, organisationId })
      .onConflictDoUpdate({ target: appUser.login, set: { ...values, active: true } })
      .returning(),
  )
  await tx.delete(roleGrant).where(eq(roleGrant.userId, userId))
  const rows = grants.map(grant => ({
    userId,
    boardId: grant.board === null ? null : (boardIds.get(grant.board) ?? null),
    role: grant.role,
  }))
  if (rows.length) await tx.insert(roleGrant).values(rows)
  // Open editors of this person get their new rights at once.
  await publish(tx, { type: 'rights', userId })
}

function only<T>(rows: T[]): T {
  const [row] = rows
  if (!row) throw new Error('the statement returned no row')
  return row
}

/**
 * Makes the organisation as the plan says, in one transaction: what exists by name (people by login) is changed, what is
 * new is added, nothing is removed. A person's roles become exactly those of the plan.
 */
export async function loadOrganisation(db: Db, plan: OrganisationPlan): Promise<void> {
  await db.transaction(async tx => {
    // Two processes may do this on one database at the same time.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('samskrift organisations'))`)
    const organisationId = await putOrganisation(tx, plan)
    const boardIds = await putBoards(tx, organisationId, plan.boards)
    for (const user of plan.users) await putUser(tx, organisationId, user, boardIds)
  })
}
