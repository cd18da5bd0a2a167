import type { RowKindInput } from './as-written.ts'
import { followUpColumn, plannedMeasure, takenMeasure } from './measure.ts'

export const takenMeasures: RowKindInput = {
  key: 'vidtagen-atgard',
  one: 'vidtagen åtgärd',
  many: 'vidtagna åtgärder',
  heading: 'Vidtagna åtgärder',
  measure: true,
  together: followUpColumn,
  fields: takenMeasure,
}

/** Each is a promise with a role and a date, and is followed up until it is closed. */
export const plannedMeasures: RowKindInput = {
  key: 'planerad-atgard',
  one: 'planerad åtgärd',
  many: 'planerade åtgärder',
  heading: 'Planerade åtgärder',
  measure: true,
  together: followUpColumn,
  fields: plannedMeasure,
}
