import type { Values } from '#editor/core/structure/field.ts'
import { isClosed } from '#editor/core/structure/measure.ts'
import type { RowKind } from '#editor/core/structure/row-kind.ts'
import { fillYears, movedStart } from '#templates/year-labels.ts'
import type { UnitRow } from '../read-sections.ts'
import { carriedValues, keptValues } from './carried-values.ts'
import type { Origin } from './new-rows.ts'

/** The years that the source and the new report account for. */
export interface Years {
  from: number
  to: number
}

/** Words that the template began with name the new report's year; what somebody has written stands. */
const movedOn = (values: Values, { start }: RowKind, years: Years): Values =>
  Object.fromEntries(
    Object.entries(values).map(([key, text]) => {
      const patterns = start.map(row => row[key])
      return [key, movedStart(text, patterns, years) ?? text]
    }),
  )

/** The rows are the template's own; what stood beside their fixed words comes along where these are the same. */
const fixedRows = ({ start, fields }: RowKind, sources: readonly UnitRow[], { from, to }: Years): Origin[] =>
  start.map(pattern => {
    const [was, values] = [fillYears(pattern, from), fillYears(pattern, to)]
    const same = sources.find(source => Object.entries(was).every(([key, word]) => source.values[key] === word))
    return same
      ? { values: { ...carriedValues(fields, same.values), ...values }, lineageId: same.lineageId }
      : { values, lineageId: null }
  })

/**
 * Rows that a list begins with, from those of the source. An åtgärd that is not closed comes with all that it
 * promised; a closed one is history and stays behind.
 * @param kind as its template was kept, with "{år}" in its start rows
 */
export function carriedRows(kind: RowKind, sources: readonly UnitRow[], years: Years): Origin[] {
  if (kind.ofPeriod || !sources.length)
    return kind.start.map(values => ({ values: fillYears(values, years.to), lineageId: null }))
  if (kind.fixed) return fixedRows(kind, sources, years)
  const going = kind.measure ? sources.filter(({ values }) => !isClosed(values)) : sources
  const take = kind.measure ? keptValues : carriedValues
  return going.map(({ values, lineageId }) => ({ values: movedOn(take(kind.fields, values), kind, years), lineageId }))
}
