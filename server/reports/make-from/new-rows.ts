import { randomUUID } from 'node:crypto'
import type { reportSection, reportUnit } from '#db/schema/report.ts'
import type { Values } from '#editor/core/structure/field.ts'
import type { RowKind } from '#editor/core/structure/row-kind.ts'
import type { Part, TemplateSection, UnitKind } from '#templates/schema/section.ts'
import { begunValues } from '../units/begun-values.ts'

export type NewSection = typeof reportSection.$inferInsert & { id: string }
export type NewUnit = typeof reportUnit.$inferInsert & { id: string }

/** Rows of a new report in the order in which they can be inserted: sections, then what they list, and so on down. */
export interface Layer {
  sections: NewSection[]
  units: NewUnit[]
}

interface Place {
  reportId: string
  position: number
}

/** A section as its template has it, before anything is carried into it. */
export const newSection = (
  definition: TemplateSection | UnitKind | Part,
  place: Place & { level: number; unitId: string | null },
): NewSection => ({
  ...place,
  id: randomUUID(),
  templateSection: definition.key,
  heading: definition.heading,
  guidance: definition.guidance,
  lawReferences: definition.lawReferences,
  required: 'required' in definition ? definition.required : 'no',
  hasText: definition.text,
  values: {},
})

export interface Origin {
  values: Values
  /** What it continues; null where it begins here. */
  lineageId: string | null
}

export function newUnit(
  kind: RowKind | UnitKind,
  { boardName, ...place }: Place & { sectionId: string; createdBy: string; boardName: string },
  { values, lineageId }: Origin,
): NewUnit {
  const id = randomUUID()
  return {
    ...place,
    id,
    kind: kind.key,
    shape: 'parts' in kind ? 'section' : 'row',
    measure: 'measure' in kind && kind.measure,
    lineageId: lineageId ?? id,
    values: { ...begunValues(kind.fields, boardName), ...values },
  }
}
