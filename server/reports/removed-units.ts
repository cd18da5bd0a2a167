import { fieldValue } from '#editor/core/structure/compute.ts'
import { formatValue } from '#editor/core/structure/format-value.ts'
import type { Definition } from './definitions.ts'
import type { UnitRow } from './read-sections.ts'

type Removed = UnitRow & { removedAt: Date }

/** What it is remembered by: the first of its values, or else what it is. */
function nameOf({ rows, units }: Definition, unit: UnitRow): string {
  const kind = [...rows, ...units].find(one => one.key === unit.kind)
  for (const field of kind?.fields ?? []) {
    const value = kind && fieldValue(kind.fields, unit.values, field.key)
    if (value) return formatValue(field, value)
  }
  return kind?.one ?? unit.kind
}

/** What was taken out of a section's lists, the latest first. */
export const removedUnits = (
  definition: Definition,
  sectionId: string,
  units: readonly UnitRow[],
): { unit: Removed; name: string }[] =>
  units
    .filter((unit): unit is Removed => unit.sectionId === sectionId && unit.removedAt !== null)
    .toSorted((one, other) => other.removedAt.getTime() - one.removedAt.getTime())
    .map(unit => ({ unit, name: nameOf(definition, unit) }))
