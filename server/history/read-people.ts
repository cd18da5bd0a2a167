import { eq, inArray } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { reportVersion } from '#db/schema/document.ts'
import { structureChange } from '#db/schema/structure-change.ts'
import { appUser } from '#db/schema/user.ts'
import type { Services } from '../services.ts'
import type { ChangeEntry } from './read-changes.ts'

/** Everybody who is to be chosen among, also on a page where they have done nothing. */
export async function readPeople(
  { db, documents }: Pick<Services, 'db' | 'documents'>,
  reportId: string,
): Promise<string[]> {
  const [writers, others] = await Promise.all([
    documents.history.writers.of(db, reportId),
    db
      .select({ id: reportVersion.createdBy })
      .from(reportVersion)
      .where(eq(reportVersion.reportId, reportId))
      .union(
        db
          .select({ id: structureChange.changedBy })
          .from(structureChange)
          .where(eq(structureChange.reportId, reportId)),
      ),
  ])
  return [...new Set([...writers, ...others.flatMap(({ id }) => id ?? [])])]
}

/** Whoever was or became the owner of something. */
export const ownersIn = ({ field, before, after }: ChangeEntry): string[] =>
  field === 'owner' ? [before, after].filter(id => typeof id === 'string') : []

export async function readNames(db: Db, ids: string[]): Promise<Record<string, string>> {
  const people = await db.select({ id: appUser.id, name: appUser.name }).from(appUser).where(inArray(appUser.id, ids))
  return Object.fromEntries(people.map(({ id, name }) => [id, name]))
}
