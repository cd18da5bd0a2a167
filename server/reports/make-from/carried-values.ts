import type { Field, FieldType, Values } from '#editor/core/structure/field.ts'
import { parseValue } from '#editor/core/structure/parse-value.ts'

/**
 * What the next report begins with, unless the field says otherwise. Words describe what goes on from year to year.
 * A number, a choice, a date or a period tells of one year: left standing it would be last year's answer in this
 * year's report, and nobody could see it.
 */
const BY_TYPE: Record<FieldType, boolean> = {
  text: true,
  role: true,
  number: false,
  choice: false,
  date: false,
  period: false,
  report: false,
  diaryNumber: false,
  computed: false,
}

/** The value as today's template takes it. A text that has become too long for its field is kept all the same. */
function taken(field: Field, value: string | undefined): string | null {
  if (value === undefined) return null
  const parsed = parseValue(field, value)
  if ('value' in parsed) return parsed.value
  return parsed.problem === 'length' ? value : null
}

const pick = (fields: readonly Field[], values: Values): Values =>
  Object.fromEntries(
    fields.flatMap(field => {
      const value = taken(field, values[field.key])
      return value === null ? [] : [[field.key, value]]
    }),
  )

/** All that the fields still take: what an åtgärd promised, what a mapping asks for. */
export const keptValues = pick

/** What stays true from one report to the next. */
export const carriedValues = (fields: readonly Field[], values: Values): Values =>
  pick(
    fields.filter(field => field.carried ?? BY_TYPE[field.type]),
    values,
  )
