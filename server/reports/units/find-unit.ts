import { eq } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { reportSection, reportUnit } from '#db/schema/report.ts'
import type { RowKind } from '#editor/core/structure/row-kind.ts'
import type { UnitKind } from '#templates/schema/section.ts'
import { NotFoundError } from '../../errors.ts'
import { isUuid } from '../../is-uuid.ts'
import type { Actor } from '../../policies/actor.ts'
import { definitionOf } from '../definitions.ts'
import { findReport, type Hold, type ReportRow } from '../find-report.ts'
import { findSection } from '../find-section.ts'
import { loadTemplate } from '../load-template.ts'
import type { SectionRow, UnitRow } from '../read-sections.ts'

interface Listing {
  report: ReportRow
  /** The section that lists it. */
  section: SectionRow
  kind: RowKind | UnitKind
}

/**
 * The section that lists units of a kind, for somebody who may change the list: rows those who write in the section,
 * whole units with their texts those who manage the report. Others who change the section's lists wait. The report is
 * held before the section, by everybody, so that no two wait for each other.
 * @throws NotFoundError, NotAllowedError, ReportLockedError, SectionLockedError
 */
export async function findListing(
  tx: Tx,
  actor: Actor,
  { sectionId, kind: key }: { sectionId: string; kind: string },
  hold: Hold = 'structure',
): Promise<Listing> {
  const { report, section, unitKind } = await findSection(tx, actor, sectionId, hold)
  const { rows, units } = definitionOf(await loadTemplate(tx, report), section.templateSection, unitKind)
  const kind = [...rows, ...units].find(one => one.key === key)
  if (!kind) throw new NotFoundError('kind')
  if ('parts' in kind) await findReport(tx, actor, report.id, 'report.manage')
  await tx
    .select({ id: reportSection.id })
    .from(reportSection)
    .where(eq(reportSection.id, sectionId))
    .for('no key update')
  return { report, section, kind }
}

/** The unit as it is now, with the section that lists it. @throws as {@link findListing} */
export async function findUnit(
  tx: Tx,
  actor: Actor,
  unitId: string,
  hold: Hold = 'structure',
): Promise<Listing & { unit: UnitRow }> {
  const read = async (): Promise<UnitRow> => {
    const [unit] = isUuid(unitId) ? await tx.select().from(reportUnit).where(eq(reportUnit.id, unitId)) : []
    if (!unit) throw new NotFoundError('unit')
    return unit
  }
  const listing = await findListing(tx, actor, await read(), hold)
  return { ...listing, unit: await read() }
}
