import { asc, desc, eq } from 'drizzle-orm'
import type { Db, Tx } from '#db/client.ts'
import { signedFile, signer, signingRound } from '#db/schema/signing.ts'
import { NotFoundError } from '../../errors.ts'
import { isUuid } from '../../is-uuid.ts'

export type RoundRow = typeof signingRound.$inferSelect
export type SignerRow = typeof signer.$inferSelect
export type SignedFileRow = typeof signedFile.$inferSelect

/**
 * A round with its signers in order.
 * @param hold nobody else decides anything in it before the transaction ends
 * @throws NotFoundError
 */
export async function findRound(
  db: Db | Tx,
  roundId: string,
  { hold = false }: { hold?: boolean } = {},
): Promise<{ round: RoundRow; signers: SignerRow[] }> {
  const query = db.select().from(signingRound).where(eq(signingRound.id, roundId))
  const [round] = isUuid(roundId) ? await (hold ? query.for('update') : query) : []
  if (!round) throw new NotFoundError('signing round')
  const signers = await db.select().from(signer).where(eq(signer.roundId, roundId)).orderBy(asc(signer.position))
  return { round, signers }
}

const newest = <Row>(rows: Row[]): Row => {
  const [file] = rows
  if (!file) throw new NotFoundError('signed file')
  return file
}

/** The file as it is now, with every signature so far. */
export const latestFile = async (db: Db | Tx, roundId: string): Promise<SignedFileRow> =>
  newest(
    await db
      .select()
      .from(signedFile)
      .where(eq(signedFile.roundId, roundId))
      .orderBy(desc(signedFile.revision))
      .limit(1),
  )

/** SHA-256 of {@link latestFile}; its megabytes stay in the database. */
export async function latestHash(db: Db | Tx, roundId: string): Promise<string> {
  const rows = await db
    .select({ sha256: signedFile.sha256 })
    .from(signedFile)
    .where(eq(signedFile.roundId, roundId))
    .orderBy(desc(signedFile.revision))
    .limit(1)
  return newest(rows).sha256
}
