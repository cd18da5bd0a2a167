import { and, eq, notLike } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { organisation } from '#db/schema/organisation.ts'
import { appUser } from '#db/schema/user.ts'
import { byName } from '../by-name.ts'
import { readEnv } from '../env.ts'

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
    .select({ login: appUser.login, name: appUser.name, title: appUser.title, of: organisation })
    .from(appUser)
    .innerJoin(organisation, eq(organisation.id, appUser.organisationId))
    .where(and(notLike(appUser.login, '%#%'), eq(appUser.active, true)))
  const groups = new Map<string, { name: string; users: DemoUser[] }>()
  for (const { of, ...user } of rows) {
    const group = groups.get(of.id) ?? { name: of.name, users: [] }
    groups.set(of.id, group)
    group.users.push(user)
  }
  return [...groups.values()].sort(byName).map(({ name, users }) => ({ organisation: name, users: users.sort(byName) }))
}
