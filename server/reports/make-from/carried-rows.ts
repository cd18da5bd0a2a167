import type { Values } from '#editor/core/structure/field.ts'
import { isClosed } from '#editor/core/structure/measure.ts'
import type { RowKind } from '#editor/core/structure/row-kind.ts'
import type { UnitRow } from '../read-sections.ts'
import { carriedValues, keptValues } from './carried-values.ts'
import type { Origin } from './new-rows.ts'

const begins = (values: Values): Origin => ({ values, lineageId: null })

/** The rows are the template's own; what stood beside their fixed words comes along where these are the same. */
const fixedRows = ({ start, fields }: RowKind, sources: readonly UnitRow[]): Origin[] =>
  start.map(values => {
    const same = sources.find(source => Object.entries(values).every(([key, word]) => source.values[key] === word))
    return same
      ? { values: { ...carriedValues(fields, same.values), ...values }, lineageId: same.lineageId }
      : begins(values)
  })

/**
 * Rows that a list begins with, from those of the source. An åtgärd that is not closed comes with all that it
 * promised; a closed one is history and stays behind.
 */
export function carriedRows(kind: RowKind, sources: readonly UnitRow[]): Origin[] {
  if (kind.ofPeriod || !sources.length) return kind.start.map(begins)
  if (kind.fixed) return fixedRows(kind, sources)
  const going = kind.measure ? sources.filter(({ values }) => !isClosed(values)) : sources
  const take = kind.measure ? keptValues : carriedValues
  return going.map(({ values, lineageId }) => ({ values: take(kind.fields, values), lineageId }))
}
