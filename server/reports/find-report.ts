import { eq } from 'drizzle-orm'
import type { Db, Tx } from '#db/client.ts'
import { report } from '#db/schema/report.ts'
import { NotAllowedError, NotFoundError, ReportLockedError } from '../errors.ts'
import { isUuid } from '../is-uuid.ts'
import type { Actor } from '../policies/actor.ts'
import { can } from '../policies/can.ts'

export type ReportRow = typeof report.$inferSelect
type ReportAction =
  | 'report.read'
  | 'report.write'
  | 'report.manage'
  | 'report.lock'
  | 'report.export'
  | 'report.archive'
  | 'report.circulate'
  | 'report.reopen'
  | 'report.dispatch'
  | 'report.history'
  | 'report.restore'
  | 'section.lock'

/** How a report's row is held. Whoever will change the row itself takes `rights`: two who share it would wait for each other. */
const LOCK = { structure: 'share', rights: 'no key update' } as const
export type Hold = keyof typeof LOCK

/**
 * The report's row, after the one question whether the actor may do this with it. With `hold` it cannot be locked
 * before the transaction ends; held as `rights`, no text goes in either.
 * @throws NotFoundError where there is none, or where the actor may not know of it
 * @throws ReportLockedError when the lock alone stands in the way
 * @throws NotAllowedError
 */
export async function findReport(
  db: Db | Tx,
  actor: Actor,
  reportId: string,
  action: ReportAction,
  { hold }: { hold?: Hold } = {},
): Promise<ReportRow> {
  const query = db.select().from(report).where(eq(report.id, reportId))
  const [row] = isUuid(reportId) ? await (hold ? query.for(LOCK[hold]) : query) : []
  if (!row || !can(actor, 'report.read', row)) throw new NotFoundError('report')
  if (can(actor, action, row)) return row
  throw can(actor, action, { ...row, lockedAt: null }) ? new ReportLockedError(action) : new NotAllowedError(action)
}
