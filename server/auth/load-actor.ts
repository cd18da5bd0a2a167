import { and, eq } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { appUser, roleGrant } from '#db/schema/user.ts'
import type { Actor } from '../policies/actor.ts'

async function load(db: Db, where: ReturnType<typeof eq>): Promise<Actor | null> {
  const rows = await db
    .select({ user: appUser, boardId: roleGrant.boardId, role: roleGrant.role })
    .from(appUser)
    .leftJoin(roleGrant, eq(roleGrant.userId, appUser.id))
    .where(and(where, eq(appUser.active, true)))
  const user = rows[0]?.user
  if (!user) return null
  const { id, organisationId, name, title } = user
  return {
    id,
    organisationId,
    name,
    title,
    grants: rows.flatMap(({ boardId, role }) => (role ? [{ boardId, role }] : [])),
  }
}

/** The person behind a session, with today's rights; null when the account is gone or closed. */
export const loadActor = (db: Db, userId: string): Promise<Actor | null> => load(db, eq(appUser.id, userId))

export const loadActorByLogin = (db: Db, login: string): Promise<Actor | null> => load(db, eq(appUser.login, login))
