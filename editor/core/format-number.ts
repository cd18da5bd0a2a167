import Big from 'big.js'

const NBSP = '\u00a0'
const MINUS = '\u2212'

/**
 * Swedish number format: U+00A0 between groups of three, decimal comma, U+2212 minus.
 * Rounds once, half away from zero (2.5 → 3, −2.5 → −3).
 * @param value decimal with point, as stored
 */
export function formatNumber(value: string | Big, decimals: number): string {
  const rounded = new Big(value).round(decimals, Big.roundHalfUp)
  const [whole = '0', fraction] = rounded.abs().toFixed(decimals).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, NBSP)
  const sign = rounded.lt(0) ? MINUS : ''
  return fraction ? `${sign}${grouped},${fraction}` : `${sign}${grouped}`
}

/** A difference always shows its sign: "+3,5", "−2", "0". */
export function formatChange(value: Big, decimals: number): string {
  const text = formatNumber(value, decimals)
  return value.round(decimals, Big.roundHalfUp).gt(0) ? `+${text}` : text
}

/** Decimals that show all of the values, and no fewer than so many. */
export const exactDecimals = (least: number, ...values: (string | null)[]): number =>
  Math.max(least, ...values.map(value => value?.split('.')[1]?.length ?? 0))
