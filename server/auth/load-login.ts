import { eq } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { appUser } from '#db/schema/user.ts'
import { NotFoundError } from '../errors.ts'

/** What a person signs in as: app_user.login. @throws NotFoundError */
export async function loadLogin(db: Db, userId: string): Promise<string> {
  const [row] = await db.select({ login: appUser.login }).from(appUser).where(eq(appUser.id, userId))
  if (!row) throw new NotFoundError('user')
  return row.login
}
