import type { RowKind } from '#editor/core/structure/row-kind.ts'
import type { Part, TemplateSection, UnitKind } from './schema/section.ts'
import type { Template } from './template.ts'

/** What can hold fields and rows: a section of the template, the head of a unit, or one of its parts. */
export type Holder = TemplateSection | UnitKind | Part

/** A kind of unit and the kinds within it. */
const within = (kind: UnitKind): UnitKind[] => [kind, ...kind.units]

export const unitKinds = ({ sections }: Template): UnitKind[] =>
  sections.flatMap(section => section.units.flatMap(within))

/** Every section, head and part, in the order in which they would stand in a report. */
export const holders = ({ sections }: Template): Holder[] =>
  sections.flatMap(section => [
    section,
    ...section.units.flatMap(within).flatMap((kind): Holder[] => [kind, ...kind.parts]),
  ])

export const rowKinds = (template: Template): RowKind[] => holders(template).flatMap(holder => holder.rows)
