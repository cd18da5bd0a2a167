import { groupBy } from '../group-by.ts'
import type { SectionRow, UnitRow } from './read-sections.ts'

export interface OrderedSection {
  row: SectionRow
  /** The unit that it is the head or a part of; null for the template's own sections. */
  unit: UnitRow | null
  /** Of a head: its place among its kind, from 1. */
  n: number | null
}

const byPosition = (one: { position: number; id: string }, other: { position: number; id: string }): number =>
  one.position - other.position || (one.id < other.id ? -1 : 1)

/** A section's units of one kind, in their order. */
const kindsOf = (units: readonly UnitRow[]): UnitRow[][] => [
  ...groupBy(units.toSorted(byPosition), unit => unit.kind).values(),
]

/**
 * Sections in the order of the report: after each the units that it lists, each with its head, its parts and what these
 * list in turn. What belongs to a removed unit is left out.
 */
export function orderSections(sections: readonly SectionRow[], units: readonly UnitRow[]): OrderedSection[] {
  const partsOf = groupBy(
    sections.filter(row => row.unitId !== null),
    row => row.unitId ?? '',
  )
  const listedIn = groupBy(
    units.filter(unit => unit.shape === 'section' && unit.removedAt === null),
    unit => unit.sectionId,
  )
  const below = (row: SectionRow): OrderedSection[] =>
    kindsOf(listedIn.get(row.id) ?? []).flatMap(kind =>
      kind.flatMap((unit, index) => {
        const [head, ...parts] = (partsOf.get(unit.id) ?? []).toSorted(byPosition)
        if (!head) return []
        // Units within a unit stand after its parts, as sections of a template stand before what they list.
        return [
          { row: head, unit, n: index + 1 },
          ...parts.flatMap(part => [{ row: part, unit, n: null }, ...below(part)]),
          ...below(head),
        ]
      }),
    )
  return sections
    .filter(row => row.unitId === null)
    .toSorted(byPosition)
    .flatMap(row => [{ row, unit: null, n: null }, ...below(row)])
}
