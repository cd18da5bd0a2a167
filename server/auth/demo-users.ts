import { and, eq, notLike } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { organisation } from '#db/schema/organisation.ts'
import { appUser } from '#db/schema/user.ts'
import { byName } from '../by-name.ts'
import { readEnv } from '../env.ts'
import { groupBy } from '../group-by.ts'

/** Its logo, which can weigh half a megabyte, stays where it is. */
const ORGANISATION = { id: organisation.id, name: organisation.name }

export interface DemoUser {
  login: string
  name: string
  title: string
}

export interface DemoUsers {
  organisation: string
  users: DemoUser[]
}

/**
 * Users that sign in without a password, by organisation; none unless the demo is on. OIDC logins ("issuer#subject") are
 * never among them.
 */
export async function listDemoUsers(db: Db): Promise<DemoUsers[]> {
  if (!readEnv().demo) return []
  const rows = await db
    .select({ login: appUser.login, name: appUser.name, title: appUser.title, of: ORGANISATION })
    .from(appUser)
    .innerJoin(organisation, eq(organisation.id, appUser.organisationId))
    .where(and(notLike(appUser.login, '%#%'), eq(appUser.active, true)))
  return [...groupBy(rows, ({ of }) => of.id).values()]
    .map(members => ({ name: members[0]?.of.name ?? '', users: members.map(({ of: _, ...user }) => user) }))
    .sort(byName)
    .map(({ name, users }) => ({ organisation: name, users: users.sort(byName) }))
}
