'use server'

import { revalidatePath } from 'next/cache'
import { requireActor } from '#app/session.ts'
import { setReminders } from '#server/reminders/own-settings.ts'
import { services } from '#server/services.ts'

/** Turns the person's own reminders on or off. */
export async function setRemindersAction(wanted: boolean): Promise<void> {
  const actor = await requireActor('/mina-avsnitt')
  await setReminders(services(), actor, wanted)
  revalidatePath('/mina-avsnitt')
}
