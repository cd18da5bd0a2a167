import Big from 'big.js'
import type { Figure, Indicator } from '../figure.ts'

/** Below this a number of people may be recognised, where the indicator does not say otherwise (domain rule R11). */
export const SMALL_NUMBER = 5

type Counted = Pick<Figure, 'value' | 'numerator' | 'denominator'>

/** What is below the limit and not nothing. Zero tells nobody apart. */
const isSmall = (value: string | null, limit: number): boolean =>
  value !== null && new Big(value).gt(0) && new Big(value).lt(limit)

/**
 * Whether a figure is of so few that somebody might be recognised: a count, or the numerator or n of a share, from 1 up
 * to the limit. Amounts and indexes are of nobody.
 * @param limit where the indicator has none of its own; without either, nothing is small
 */
export function isSmallNumber(
  { unit, smallNumber }: Pick<Indicator, 'unit' | 'smallNumber'>,
  { value, numerator, denominator }: Counted,
  limit?: number,
): boolean {
  const least = smallNumber ?? limit
  if (least === undefined) return false
  if (unit === 'count' || unit === 'persons') return isSmall(value, least)
  return isSmall(numerator, least) || isSmall(denominator, least)
}

/** A share of fewer than this says little without its n (domain, "andel"). */
export const SMALL_BASE_OF_SHARE = 30

/** Whether a share is of so few that its n must be said. Unknown n is not few. */
export const isFewBehind = ({ unit }: Pick<Indicator, 'unit'>, { value, denominator }: Counted): boolean =>
  unit === 'percent' && value !== null && denominator !== null && new Big(denominator).lt(SMALL_BASE_OF_SHARE)
