import type { TemplateSection } from '#templates/schema/section.ts'
import type { Template } from '#templates/template.ts'
import type { SectionRow, UnitRow } from '../read-sections.ts'
import type { Source } from './source.ts'

/**
 * What the source listed in the section of the same key. A kind that it lists in a section which the new template
 * does not have goes where the new template lists it.
 */
export function listedBelow(
  { sections, units }: Source,
  template: Template,
  definition: TemplateSection,
  from: SectionRow | null,
): UnitRow[] {
  const known = new Set(template.sections.map(({ key }) => key))
  const homeless = new Set(
    sections.filter(row => row.unitId === null && !known.has(row.templateSection)).map(({ id }) => id),
  )
  const kinds = new Set([...definition.rows, ...definition.units].map(({ key }) => key))
  return units.filter(unit => kinds.has(unit.kind) && (unit.sectionId === from?.id || homeless.has(unit.sectionId)))
}
