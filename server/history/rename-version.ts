import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { reportVersion } from '#db/schema/document.ts'
import { NotFoundError } from '../errors.ts'
import type { Actor } from '../policies/actor.ts'
import { findReport } from '../reports/find-report.ts'
import type { Services } from '../services.ts'
import { checkedName } from './name-version.ts'

/**
 * Another name for a named version.
 * @throws InvalidInputError {name: required or range}, NotFoundError, NotAllowedError, ReportLockedError
 */
export async function renameVersion(
  { db }: Pick<Services, 'db'>,
  actor: Actor,
  versionId: string,
  name: unknown,
): Promise<void> {
  const [version] = z.uuid().safeParse(versionId).success
    ? await db
        .select({ reportId: reportVersion.reportId, kind: reportVersion.kind })
        .from(reportVersion)
        .where(eq(reportVersion.id, versionId))
    : []
  if (version?.kind !== 'named') throw new NotFoundError('version')
  await findReport(db, actor, version.reportId, 'report.manage')
  await db
    .update(reportVersion)
    .set({ name: checkedName(name) })
    .where(eq(reportVersion.id, versionId))
}
