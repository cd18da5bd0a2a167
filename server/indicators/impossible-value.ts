import type { Unit } from '#editor/core/figure.ts'

export type ImpossibleValue = 'not-an-integer' | 'negative' | 'not-yes-or-no'

const isWhole = (value: string): boolean => /^-?\d+(?:\.0+)?$/.test(value)

/**
 * What no value of the unit can be, or null. Percentages have no bounds here: a change of 104 % is one, and only the
 * source knows which of them are shares of a whole.
 * @param value decimal with point
 */
export function impossibleValue(value: string, unit: Unit): ImpossibleValue | null {
  if (unit === 'yesno') return Number(value) === 0 || Number(value) === 1 ? null : 'not-yes-or-no'
  if (unit !== 'count' && unit !== 'persons') return null
  if (value.startsWith('-')) return 'negative'
  return isWhole(value) ? null : 'not-an-integer'
}
