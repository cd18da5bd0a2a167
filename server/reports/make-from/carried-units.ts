import type { UnitMapping } from '#templates/derivation.ts'
import type { UnitKind } from '#templates/schema/section.ts'
import { fillYears } from '#templates/year-labels.ts'
import type { UnitRow } from '../read-sections.ts'
import { carriedValues, keptValues } from './carried-values.ts'
import type { Origin } from './new-rows.ts'

export interface CarriedUnit {
  origin: Origin
  /** The unit whose parts it takes over; null where it has none. */
  from: UnitRow | null
}

/**
 * Units that continue those of the source, or those that any new report begins with.
 * @param year of the new report
 */
export const carriedUnits = ({ fields, start }: UnitKind, sources: readonly UnitRow[], year: number): CarriedUnit[] =>
  sources.length
    ? sources.map(from => ({
        origin: { values: carriedValues(fields, from.values), lineageId: from.lineageId },
        from,
      }))
    : start.map(values => ({ origin: { values: fillYears(values, year), lineageId: null }, from: null }))

/** A unit for each row of the source that the mapping names, in the order of the mapping and of the rows. */
export const mappedUnits = (
  { fields }: UnitKind,
  { rows, fields: names }: UnitMapping,
  units: readonly UnitRow[],
): CarriedUnit[] =>
  rows.flatMap(kind =>
    units
      .filter(row => row.kind === kind)
      .map(({ values, lineageId }) => {
        const named = Object.entries(names).flatMap(([to, from]) => (values[from] ? [[to, values[from]]] : []))
        return { origin: { values: keptValues(fields, Object.fromEntries(named)), lineageId }, from: null }
      }),
  )
