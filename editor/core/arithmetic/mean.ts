import Big from 'big.js'

/**
 * Σ(nᵢ·vᵢ) / Σnᵢ, unrounded: the mean of shares or means, each counted by how many it is of.
 * @param parts value and n, decimals with point
 * @returns null where a part lacks its value or its n, where n is negative, and where all n are 0
 */
export function weightedMean(parts: readonly { value: string | null; n: string | null }[]): Big | null {
  let [weighted, all] = [new Big(0), new Big(0)]
  for (const { value, n } of parts) {
    if (value === null || n === null || new Big(n).lt(0)) return null
    weighted = weighted.plus(new Big(n).times(value))
    all = all.plus(n)
  }
  return all.eq(0) ? null : weighted.div(all)
}

/**
 * A total per calendar month of its period, unrounded.
 * @param months that the total is of, 1 or more
 * @throws RangeError for a number of months that is none
 */
export function meanPerMonth(total: string | null, months: number): Big | null {
  if (!Number.isInteger(months) || months < 1) throw new RangeError(`${months} is no number of months`)
  return total === null ? null : new Big(total).div(months)
}
