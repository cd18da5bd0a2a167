import { sql } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'

/**
 * One change of figures at a time in an organisation, until the transaction ends: two imports could both find that a
 * value is new, and an undo could bring back what another is just replacing.
 */
export async function lockFigures(tx: Tx, organisationId: string): Promise<void> {
  await tx.execute(sql`select from organisation where id = ${organisationId} for no key update`)
}
