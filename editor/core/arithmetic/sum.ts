import Big from 'big.js'

export interface Sum {
  /** Of the values there are, unrounded; null where there is none: a missing value is never 0. */
  total: Big | null
  /** How many values are missing, and so are not in the total. */
  missing: number
}

/** What values add up to. @param values decimals with point; null is missing */
export function sum(values: readonly (string | null)[]): Sum {
  const present = values.filter(value => value !== null)
  const total = present.reduce((so, value) => so.plus(value), new Big(0))
  return { total: present.length ? total : null, missing: values.length - present.length }
}

/**
 * Whether parts as they are shown do not add up to their total as it is shown, which is then right all the same: it is
 * summed from unrounded values.
 * @param decimals that all of them are shown with
 */
export function roundingShows(parts: readonly Big[], total: Big, decimals: number): boolean {
  const shown = (value: Big): Big => value.round(decimals, Big.roundHalfUp)
  return !parts.reduce((so, part) => so.plus(shown(part)), new Big(0)).eq(shown(total))
}
