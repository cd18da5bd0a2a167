import Big from 'big.js'

/**
 * A total per calendar month of its period, unrounded.
 * @param months that the total is of, 1 or more
 * @throws RangeError for a number of months that is none
 */
export function meanPerMonth(total: string | null, months: number): Big | null {
  if (!Number.isInteger(months) || months < 1) throw new RangeError(`${months} is no number of months`)
  return total === null ? null : new Big(total).div(months)
}
