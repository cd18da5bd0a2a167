import type { Db, Tx } from '#db/client.ts'
import { signingEvent } from '#db/schema/signing.ts'

export type NewSigningEvent = Omit<typeof signingEvent.$inferInsert, 'id' | 'at'>

/** Adds to the evidence, which only grows. */
export async function recordEvent(db: Db | Tx, event: NewSigningEvent): Promise<void> {
  await db.insert(signingEvent).values(event)
}
