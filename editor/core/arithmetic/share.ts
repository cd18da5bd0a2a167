import Big from 'big.js'

/**
 * A share in percent: numerator / denominator · 100, unrounded.
 * @param numerator decimal with point; null is missing
 * @returns null where either is missing, or where it would be a share of nothing
 */
export function share(numerator: string | null, denominator: string | null): Big | null {
  if (numerator === null || denominator === null || new Big(denominator).eq(0)) return null
  return new Big(numerator).times(100).div(denominator)
}
