import Big from 'big.js'
import type { Condition, Field, Values } from './field.ts'

type Computed = Extract<Field, { type: 'computed' }>

/** Digits after the point of a share, before it is rounded for showing. */
const PRECISION = 12

function calculate({ by }: Computed['compute'], [first, ...others]: Big[]): Big | null {
  if (!first) return null
  if (by === 'share') return others[0]?.eq(0) ? null : first.times(100).div(others[0] ?? 1)
  return others.reduce((so, other) => {
    if (by === 'product') return so.times(other)
    return by === 'sum' ? so.plus(other) : so.minus(other)
  }, first)
}

/**
 * What a computed field comes to: never typed, so never wrong.
 * @returns a decimal with point; null where something that it needs is missing, or where it would be a share of nothing
 */
export function computeField({ compute }: Computed, fields: readonly Field[], values: Values): string | null {
  const parts = compute.of.map(key => fieldValue(fields, values, key))
  if (parts.some(part => part === null)) return null
  const result = calculate(
    compute,
    parts.map(part => new Big(part ?? 0)),
  )
  return result?.round(PRECISION).toString() ?? null
}

/** A field's value by its key, computed where it is. */
export function fieldValue(fields: readonly Field[], values: Values, key: string): string | null {
  const field = fields.find(one => one.key === key)
  return field?.type === 'computed' ? computeField(field, fields, values) : (values[key] ?? null)
}

/**
 * What a column of numbers adds up to, from unrounded values. Rows without a value are left out.
 * @returns null where no row has one
 */
export function sumOf(fields: readonly Field[], rows: readonly Values[], key: string): string | null {
  const present = rows.flatMap(values => fieldValue(fields, values, key) ?? [])
  return present.length ? present.reduce((so, value) => so.plus(value), new Big(0)).toString() : null
}

/** Whether a condition's field says what it asks. A value that is missing says nothing. */
export function holds(condition: Condition, values: Values): boolean {
  const value = values[condition.field]
  if (value === undefined) return false
  return 'is' in condition ? condition.is.includes(value) : new Big(value).gt(condition.above)
}

/** Whether a field must have a value, given the others of its holder. */
export const isRequired = ({ required }: Field, values: Values): boolean =>
  typeof required === 'object' ? required.level !== 'warning' && holds(required, values) : required === true

/** Whether a field ought to have a value, and the report can be locked without it. */
export const isAsked = ({ required }: Field, values: Values): boolean =>
  typeof required === 'object' && required.level === 'warning' && holds(required, values)
