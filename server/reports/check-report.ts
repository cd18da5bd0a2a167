import type { Finding } from '../checks/check.ts'
import { runChecks } from '../checks/run-checks.ts'
import { openComments } from '../comments/open-comments.ts'
import type { Actor } from '../policies/actor.ts'
import type { Services } from '../services.ts'
import { findReport } from './find-report.ts'
import { resolveReport } from './resolve-report.ts'

/** What stands between the report and its lock, on the text as it is now. @throws NotFoundError */
export async function checkReport(
  services: Pick<Services, 'db' | 'documents'>,
  actor: Actor,
  reportId: string,
): Promise<Finding[]> {
  const row = await findReport(services.db, actor, reportId, 'report.read')
  const resolved = await resolveReport(services, row, { fresh: true, reader: actor })
  return [...runChecks(resolved), ...(await openComments(services, row))]
}
