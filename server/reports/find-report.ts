import { eq } from 'drizzle-orm'
import type { Db, Tx } from '#db/client.ts'
import { report } from '#db/schema/report.ts'
import { NotAllowedError, NotFoundError, ReportLockedError } from '../errors.ts'
import type { Actor } from '../policies/actor.ts'
import { can } from '../policies/can.ts'

export type ReportRow = typeof report.$inferSelect
type ReportAction =
  | 'report.read'
  | 'report.write'
  | 'report.manage'
  | 'report.lock'
  | 'report.export'
  | 'report.history'
  | 'report.restore'
  | 'section.lock'

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i

/**
 * The report's row, after the one question whether the actor may do this with it. With `hold` it cannot be locked,
 * and no text goes in, before the transaction ends.
 * @throws NotFoundError where there is none, or where the actor may not know of it
 * @throws ReportLockedError when the lock alone stands in the way
 * @throws NotAllowedError
 */
export async function findReport(
  db: Db | Tx,
  actor: Actor,
  reportId: string,
  action: ReportAction,
  { hold = false }: { hold?: boolean } = {},
): Promise<ReportRow> {
  const query = db.select().from(report).where(eq(report.id, reportId))
  const [row] = UUID.test(reportId) ? await (hold ? query.for('no key update') : query) : []
  if (!row || !can(actor, 'report.read', row)) throw new NotFoundError('report')
  if (can(actor, action, row)) return row
  throw can(actor, action, { ...row, lockedAt: null }) ? new ReportLockedError(action) : new NotAllowedError(action)
}
