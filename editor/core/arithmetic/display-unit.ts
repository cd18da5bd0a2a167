import Big from 'big.js'
import type { Unit } from '../figure.ts'

/** Units of money, by their power of ten. */
const POWERS = { kr: 0, tkr: 3, mnkr: 6 } as const
export type MoneyUnit = keyof typeof POWERS

export const isMoney = (unit: Unit): unit is MoneyUnit => unit in POWERS

/**
 * An amount as it is shown in another unit of money, exactly: nothing is rounded, and the stored value stays.
 * @param value decimal with point, in `from`
 */
export const inUnit = (value: string | Big, from: MoneyUnit, to: MoneyUnit): Big => {
  const shown = new Big(value)
  if (shown.eq(0)) return shown
  shown.e += POWERS[from] - POWERS[to]
  return shown
}

/** Decimals in which an amount is shown in another unit: whole kr and tkr, one decimal in mnkr. */
export const moneyDecimals = (to: MoneyUnit): number => (to === 'mnkr' ? 1 : 0)
