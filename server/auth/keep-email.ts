import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Db } from '#db/client.ts'
import { appUser } from '#db/schema/user.ts'

/** Remembers where a person's reminders go, as the organisation's account says it now. An account without an address changes nothing. */
export async function keepEmail(db: Db, userId: string, email: string | null | undefined): Promise<void> {
  const parsed = z.email().safeParse(email)
  if (parsed.success) await db.update(appUser).set({ email: parsed.data }).where(eq(appUser.id, userId))
}
