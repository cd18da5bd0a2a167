import Big from 'big.js'

/**
 * How the amounts of a table are signed. `cost-positive`: a cost is a positive number, and the deviation is budget −
 * utfall. `cost-negative`: a cost is a negative number, and the deviation is utfall − budget. Under both a negative
 * deviation is money spent that there was no budget for.
 */
export type SignConvention = 'cost-positive' | 'cost-negative'

/**
 * How far the outcome is from the budget, unrounded, in the unit of the two: negative is worse.
 * @returns null where either is missing
 */
export function deviation(budget: string | null, outcome: string | null, convention: SignConvention): Big | null {
  if (budget === null || outcome === null) return null
  const over = new Big(outcome).minus(budget)
  return convention === 'cost-positive' ? over.times(-1) : over
}

/** Utfall as percent of the budget, unrounded. @returns null where either is missing, and for a budget of 0 */
export function budgetUse(budget: string | null, outcome: string | null): Big | null {
  if (budget === null || outcome === null || new Big(budget).eq(0)) return null
  return new Big(outcome).times(100).div(budget)
}
