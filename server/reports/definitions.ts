import type { Field } from '#editor/core/structure/field.ts'
import type { Overview } from '#editor/core/structure/overview.ts'
import type { RowKind } from '#editor/core/structure/row-kind.ts'
import type { RowNeed } from '#editor/core/structure/row-need.ts'
import type { AnswersShown, UnitKind } from '#templates/schema/section.ts'
import type { Template } from '#templates/template.ts'

/** What the template says of one section of a report: its own, the head of a unit, or a part of one. */
export interface Definition {
  fields: Field[]
  rows: RowKind[]
  /** Kinds of units that are listed under it. */
  units: UnitKind[]
  overview: Overview | null
  needs: RowNeed[]
  /** What it shows of the boards' answers. */
  answers: AnswersShown | null
  /** The kind whose head it is; null for all other sections. */
  head: UnitKind | null
}

const NOTHING: Definition = { fields: [], rows: [], units: [], overview: null, needs: [], answers: null, head: null }

const ofKind = (kind: UnitKind, key: string): Definition | null => {
  if (kind.key === key) {
    const { fields, rows, units, needs = [], answers = null } = kind
    return { ...NOTHING, fields, rows, units, needs, answers, head: kind }
  }
  const part = kind.parts.find(one => one.key === key)
  if (!part) return null
  const { fields, rows, needs = [], overview = null } = part
  return { ...NOTHING, fields, rows, needs, overview }
}

/**
 * @param kind of the unit that the section belongs to; null for the template's own sections
 * @returns empty where the template knows nothing of it: the text is there all the same
 */
export function definitionOf(template: Template | null, key: string, kind: string | null): Definition {
  if (!template) return NOTHING
  if (kind === null) {
    const section = template.sections.find(one => one.key === key)
    if (!section) return NOTHING
    const { fields, rows, units, needs = [], overview = null, answers = null } = section
    return { ...NOTHING, fields, rows, units, needs, overview, answers }
  }
  const kinds = template.sections.flatMap(section => section.units.flatMap(one => [one, ...one.units]))
  return kinds.filter(one => one.key === kind).flatMap(one => ofKind(one, key) ?? [])[0] ?? NOTHING
}
