import { eq } from 'drizzle-orm'
import { reportUnit } from '#db/schema/report.ts'
import type { LastPeriod } from '#editor/core/last-period.ts'
import type { ResolvedSection } from '#editor/core/resolved-report.ts'
import type { StructuredSection } from '#editor/core/structure/structured-section.ts'
import { isEmpty } from '../checks/rules/required-section/required-section.ts'
import type { Actor } from '../policies/actor.ts'
import { findReport } from '../reports/find-report.ts'
import { dataShownBy, resolveReport } from '../reports/resolve-report.ts'
import type { Services } from '../services.ts'
import { findEarlier } from './find-earlier.ts'

type Section = StructuredSection & { id: string; key: string }
type Lineages = ReadonlyMap<string, string>

/** What continues what, in the years after, of a report's units and rows. */
async function readLineages({ db }: Pick<Services, 'db'>, reportId: string): Promise<Lineages> {
  const rows = await db
    .select({ id: reportUnit.id, lineageId: reportUnit.lineageId })
    .from(reportUnit)
    .where(eq(reportUnit.reportId, reportId))
  return new Map(rows.map(({ id, lineageId }) => [id, lineageId]))
}

/** The same in both reports where they are the same section, of the same unit. */
const placeOf = ({ key, unit }: Section, lineages: Lineages): string =>
  unit ? `${key} ${lineages.get(unit.id) ?? unit.id}` : key

/** Where the fields of a section stand. */
const holderOf = ({ id, unit }: Section): string => (unit?.head ? unit.id : id)

function compare(
  { sections, now }: { sections: readonly Section[]; now: Lineages },
  { before, then }: { before: readonly ResolvedSection[]; then: Lineages },
): Pick<LastPeriod, 'values' | 'texts'> {
  const earlier = new Map(before.map(section => [placeOf(section, then), section]))
  const rowsThen = new Map(
    before.flatMap(({ tables }) => tables.flatMap(({ rows }) => rows.map(row => [then.get(row.id), row.values]))),
  )
  const values: LastPeriod['values'] = {}
  const texts: LastPeriod['texts'] = {}
  for (const section of sections) {
    const found = earlier.get(placeOf(section, now))
    if (found) values[holderOf(section)] = found.values
    if (found?.written && !isEmpty(found.written)) texts[section.id] = found.written
    for (const { id } of section.tables.flatMap(({ rows }) => rows)) {
      const row = rowsThen.get(now.get(id))
      if (row) values[id] = row
    }
  }
  return { values, texts }
}

/**
 * What stood in these sections the last time: values by field, rows and units by what they continue, texts by section.
 * @param sections of the report; only what belongs to them is read out of the earlier one
 * @returns null where there is no earlier report that the actor may read
 * @throws NotFoundError
 */
export async function readLastPeriod(
  services: Pick<Services, 'db' | 'documents'>,
  actor: Actor,
  reportId: string,
  sections: readonly Section[],
): Promise<LastPeriod | null> {
  const row = await findReport(services.db, actor, reportId, 'report.read')
  const earlier = await findEarlier(services, actor, row)
  if (!earlier) return null
  const [resolved, now, then] = await Promise.all([
    resolveReport(services, earlier, { fresh: false, reader: actor }),
    readLineages(services, reportId),
    readLineages(services, earlier.id),
  ])
  const { id, title, year } = earlier
  const { values, texts } = compare({ sections, now }, { before: resolved.sections, then })
  return {
    reportId: id,
    title,
    year,
    values,
    texts,
    data: dataShownBy(
      Object.values(texts).map(content => ({ content })),
      resolved.data,
    ),
  }
}
