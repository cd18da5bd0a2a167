import { z } from 'zod'
import type { Conflict } from './bounds.ts'
import { fieldValue, holds } from './compute.ts'
import { condition, key, ruleLevel } from './field.ts'
import { formatValue } from './format-value.ts'
import type { RowKind } from './row-kind.ts'
import type { RowTable, StructuredSection } from './structured-section.ts'
import { sv } from './sv.ts'

/** Rows that an answer asks for: where there are deviations, what is done about them. */
export const rowNeed = z.object({
  when: condition,
  /** Kinds of rows, any of which count: of the same section, and for a unit those of all its sections. */
  rows: z.array(key).min(1),
  /** Fields that a row must have filled in to count. */
  with: z.array(key).default([]),
  least: z.int().min(1).default(1),
  level: ruleLevel.default('stop'),
})

export type RowNeed = z.infer<typeof rowNeed>

export interface UnmetNeed extends Conflict {
  /** Key of the field whose answer asks. */
  field: string
}

function listsFor(section: StructuredSection, sections: readonly StructuredSection[], kinds: string[]): RowTable[] {
  const { unit } = section
  const within = unit?.head ? sections.filter(one => one.unit?.id === unit.id) : [section]
  return within.flatMap(({ tables }) => tables).filter(({ kind }) => kinds.includes(kind.key))
}

/** What the list calls a field. */
const labelOf = ({ fields }: RowKind, key: string): string[] =>
  fields.flatMap(field => (field.key === key ? field.label : []))

/** Which of a section's needs have too few rows. */
export function unmetNeeds(section: StructuredSection, sections: readonly StructuredSection[]): UnmetNeed[] {
  const { fields, values } = section
  return (section.needs ?? []).flatMap(need => {
    const field = fields.find(one => one.key === need.when.field)
    const value = field ? fieldValue(fields, values, field.key) : null
    if (!field || value === null || !holds(need.when, values)) return []
    const lists = listsFor(section, sections, need.rows)
    const count = lists
      .flatMap(({ rows }) => rows)
      .filter(row => need.with.every(one => row.values[one] !== undefined)).length
    if (count >= need.least) return []
    const filled = need.with.map(one => [...new Set(lists.flatMap(({ kind }) => labelOf(kind, one)))])
    const asked = { least: need.least, lists: lists.map(({ kind }) => kind.heading), filled }
    const message = sv.needs({ label: field.label, value: formatValue(field, value) }, asked)
    return [{ field: field.key, level: need.level, message }]
  })
}
