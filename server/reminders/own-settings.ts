import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { appUser } from '#db/schema/user.ts'
import { InvalidInputError } from '../errors.ts'
import type { Actor } from '../policies/actor.ts'
import type { Services } from '../services.ts'

export interface ReminderSettings {
  /** Null where nobody has given one. */
  email: string | null
  wanted: boolean
}

export async function readReminderSettings(
  { db }: Pick<Services, 'db'>,
  actor: Pick<Actor, 'id'>,
): Promise<ReminderSettings> {
  const [row] = await db
    .select({ email: appUser.email, wanted: appUser.wantsReminders })
    .from(appUser)
    .where(eq(appUser.id, actor.id))
  return row ?? { email: null, wanted: false }
}

/** Turns the person's own reminders on or off. @throws InvalidInputError */
export async function setReminders(
  { db }: Pick<Services, 'db'>,
  actor: Pick<Actor, 'id'>,
  wanted: unknown,
): Promise<void> {
  const parsed = z.boolean().safeParse(wanted)
  if (!parsed.success) throw new InvalidInputError({ wanted: 'required' })
  await db.update(appUser).set({ wantsReminders: parsed.data }).where(eq(appUser.id, actor.id))
}
