import Big from 'big.js'
import { isMoney } from '../arithmetic/display-unit.ts'
import { roundingShows, sum } from '../arithmetic/sum.ts'
import type { Figure, Indicator } from '../figure.ts'
import type { DataCell } from './data-table.ts'
import { type Display, MISSING, shownDecimals, shownValue, valueText } from './figure-cell.ts'
import { sv } from './sv.ts'

/** The unit that a sum of all of them is in; null where they cannot be summed. */
export function summedAs(indicators: Indicator[], display: Display): Indicator | null {
  const [first] = indicators
  if (!first || indicators.some(({ doesNotSum }) => doesNotSum)) return null
  const decimals = Math.max(...indicators.map(indicator => shownDecimals(indicator, display)))
  if (display && indicators.every(({ unit }) => isMoney(unit))) return { ...first, decimals, unit: display }
  const isOne = indicators.every(({ unit }) => unit === first.unit)
  const adds = first.unit === 'count' || first.unit === 'persons' || isMoney(first.unit)
  return isOne && adds ? { ...first, decimals } : null
}

/** A figure's value in the unit that it is shown in, unrounded; null where there is none. */
export const summedValue = (figure: Figure | undefined, indicator: Indicator, display: Display): string | null =>
  figure?.value == null ? null : shownValue(figure.value, indicator, display).toString()

export interface SumCell {
  cell: DataCell
  /** The sum where nothing is missing in it, unrounded; what is counted from sums is counted from whole ones. */
  whole: string | null
  /** Something is missing in it. */
  isPartial: boolean
  /** The parts as shown do not add up to it. */
  isRounded: boolean
}

/** @param parts in the unit of the sum, unrounded */
export function sumCell(parts: (string | null)[], unit: Indicator): SumCell {
  const { total, missing } = sum(parts)
  if (total === null) return { cell: MISSING, whole: null, isPartial: false, isRounded: false }
  const known = parts.filter(part => part !== null).map(part => new Big(part))
  const text = valueText(unit, total)
  const isPartial = missing > 0
  return {
    cell: isPartial ? { text: `${text}\u00a0${sv.sumMark}`, label: sv.sumLabel(text, missing) } : { text },
    whole: isPartial ? null : total.toFixed(),
    isPartial,
    isRounded: roundingShows(known, total, unit.decimals),
  }
}
