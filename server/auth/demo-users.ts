import { notLike } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { appUser } from '#db/schema/user.ts'
import { byName } from '../by-name.ts'
import { readEnv } from '../env.ts'

export interface DemoUser {
  login: string
  name: string
  title: string
}

/** Users that sign in without a password; none unless the demo is on. OIDC logins ("issuer#subject") are never among them. */
export async function listDemoUsers(db: Db): Promise<DemoUser[]> {
  if (!readEnv().demo) return []
  const users = await db
    .select({ login: appUser.login, name: appUser.name, title: appUser.title })
    .from(appUser)
    .where(notLike(appUser.login, '%#%'))
  return users.sort(byName)
}
