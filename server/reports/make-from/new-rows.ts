import { randomUUID } from 'node:crypto'
import type { reportSection, reportUnit } from '#db/schema/report.ts'
import type { Field, Values } from '#editor/core/structure/field.ts'
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

interface UnitPlace extends Place {
  sectionId: string
  createdBy: string
  /** Of the new report, and of the source. */
  boardName: string
  boardBefore: string
}

/** A field that began with the source's board, and still has it, begins with the new report's own. */
function ofBoard(fields: readonly Field[], values: Values, { boardName, boardBefore }: UnitPlace): Values {
  const before = begunValues(fields, boardBefore)
  const said = Object.entries(values).filter(([key, value]) => before[key] !== value)
  return { ...begunValues(fields, boardName), ...Object.fromEntries(said) }
}

export function newUnit(kind: RowKind | UnitKind, place: UnitPlace, { values, lineageId }: Origin): NewUnit {
  const id = randomUUID()
  const { reportId, position, sectionId, createdBy } = place
  return {
    reportId,
    position,
    sectionId,
    createdBy,
    id,
    kind: kind.key,
    shape: 'parts' in kind ? 'section' : 'row',
    measure: 'measure' in kind && kind.measure,
    lineageId: lineageId ?? id,
    values: ofBoard(kind.fields, values, place),
  }
}
