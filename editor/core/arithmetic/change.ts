import Big from 'big.js'

/** A base below this makes large percentages of small changes: 3 → 46 is +1 433 %. */
const SMALL_BASE = 20

/**
 * now − before, unrounded, in the unit of the two. Of shares it is a number of procentenheter, never of percent.
 * @returns null where either is missing
 */
export const difference = (now: string | null, before: string | null): Big | null =>
  now === null || before === null ? null : new Big(now).minus(before)

export interface PercentChange {
  /** Percent of the base, unrounded. */
  percent: Big
  /** The base is so small that the percentage says little. */
  isSmallBase: boolean
}

/**
 * The change in percent of what it was. Not for shares: their differences are procentenheter.
 * @returns null where either is missing, where the base is 0, and where it is negative: no percentage says that
 */
export function percentChange(now: string | null, before: string | null): PercentChange | null {
  const change = difference(now, before)
  if (change === null || before === null) return null
  const base = new Big(before)
  if (base.lte(0)) return null
  return { percent: change.times(100).div(base), isSmallBase: base.lt(SMALL_BASE) }
}
