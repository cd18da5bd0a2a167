import type { Tx } from '#db/client.ts'
import { reportSection } from '#db/schema/report.ts'
import type { Template } from '#templates/template.ts'
import type { Actor } from '../policies/actor.ts'
import { insertStart } from './units/insert-unit.ts'

/**
 * All sections of a template, with the rows and units that they start with.
 * @returns ids of all sections, those of the units too, which the document must get a place for
 */
export async function insertSections(tx: Tx, actor: Actor, template: Template, reportId: string): Promise<string[]> {
  const rows = await tx
    .insert(reportSection)
    .values(
      template.sections.map(({ key, level, heading, guidance, required, lawReferences, text }, position) => ({
        reportId,
        templateSection: key,
        position,
        level,
        heading,
        required,
        lawReferences,
        guidance,
        hasText: text,
      })),
    )
    .returning({ id: reportSection.id, position: reportSection.position })
  const idAt = new Map(rows.map(row => [row.position, row.id]))
  const ids: string[] = []
  for (const [position, section] of template.sections.entries()) {
    const sectionId = idAt.get(position)
    if (!sectionId) throw new Error('insert returned no section')
    ids.push(sectionId, ...(await insertStart(tx, actor, section, { reportId, sectionId, level: section.level })))
  }
  return ids
}
