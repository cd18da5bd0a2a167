import { and, desc, eq } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { reportUpdate, reportVersion } from '#db/schema/document.ts'
import type { Moment } from './moment.ts'
import type { VersionEntry } from './read-timeline.ts'

export interface MomentInfo {
  moment: Moment
  /** ISO 8601 instant; null for now. */
  at: string | null
  /** Of the version at the moment, where there is one. */
  kind: VersionEntry['kind'] | null
  name: string | null
}

/** What to call a moment. */
export async function describeMoment(db: Db, reportId: string, moment: Moment): Promise<MomentInfo> {
  if (moment === 'now') return { moment, at: null, kind: null, name: null }
  const versions = await db
    .select({ kind: reportVersion.kind, name: reportVersion.name, at: reportVersion.at })
    .from(reportVersion)
    .where(and(eq(reportVersion.reportId, reportId), eq(reportVersion.seq, moment)))
    .orderBy(desc(reportVersion.at))
  const version = versions.find(({ name }) => name !== null) ?? versions[0]
  const [row] = await db
    .select({ at: reportUpdate.at })
    .from(reportUpdate)
    .where(and(eq(reportUpdate.reportId, reportId), eq(reportUpdate.seq, moment)))
  const at = row?.at ?? version?.at
  return { moment, at: at?.toISOString() ?? null, kind: version?.kind ?? null, name: version?.name ?? null }
}
