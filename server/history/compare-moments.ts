import { and, eq, inArray } from 'drizzle-orm'
import { indicator } from '#db/schema/indicator.ts'
import type { Actor } from '../policies/actor.ts'
import { findReport } from '../reports/find-report.ts'
import { readSections } from '../reports/read-sections.ts'
import type { Services } from '../services.ts'
import { describeMoment, type MomentInfo } from './describe-moment.ts'
import type { BlockDiff, SectionDiff } from './diff/section-diff.ts'
import { type Moment, sourceOf } from './moment.ts'

export interface Comparison {
  from: MomentInfo
  to: MomentInfo
  /** Every section, in the report's order. */
  sections: SectionDiff[]
  /** Names of the indicators that changed data blocks ask for, by id. */
  indicators: Record<string, string>
}

/** What changed in each section from one moment to another. @throws NotFoundError, HistoryGoneError */
export async function compareMoments(
  services: Pick<Services, 'db' | 'documents'>,
  actor: Actor,
  reportId: string,
  { from, to }: { from: Moment; to: Moment },
): Promise<Comparison> {
  const { db, documents } = services
  const row = await findReport(db, actor, reportId, 'report.history')
  const [before, after] = [await sourceOf(services, reportId, from), await sourceOf(services, reportId, to)]
  const sectionIds = (await readSections(db, reportId)).map(section => section.id)
  const json = await documents.history.run('compare', { before, after, sectionIds })
  const sections = JSON.parse(json) as SectionDiff[]
  const ids = [...new Set(sections.flatMap(section => section.blocks.flatMap(indicatorsIn)))]
  const known = ids.length
    ? await db
        .select({ id: indicator.id, area: indicator.area, name: indicator.name })
        .from(indicator)
        .where(and(eq(indicator.organisationId, row.organisationId), inArray(indicator.id, ids)))
    : []
  const nameOf = ({ area, name }: { area: string; name: string }): string => (area ? `${area}: ${name}` : name)
  return {
    from: await describeMoment(db, reportId, from),
    to: await describeMoment(db, reportId, to),
    sections,
    indicators: Object.fromEntries(known.map(one => [one.id, nameOf(one)])),
  }
}

function indicatorsIn({ attrs, was, children }: BlockDiff): string[] {
  const own = [attrs, was?.attrs].flatMap(found => (Array.isArray(found?.indicatorIds) ? found.indicatorIds : []))
  return [...own.map(String), ...(children ?? []).flatMap(indicatorsIn)]
}
