import type { Figure, Indicator } from './figure.ts'
import { GOAL_NAMES, unitName } from './figure-words.ts'
import { formatNumber } from './format-number.ts'

const MISSING = 'uppgift saknas'
const SUPPRESSED = 'uppgiften visas inte'

/** A value by itself, with its unit: "47,1 %", "456", "2 498 tkr", "uppgift saknas". */
export function showValue(
  indicator: Pick<Indicator, 'unit' | 'unitText' | 'decimals'>,
  { value, status, goal, note }: Partial<Pick<Figure, 'value' | 'goal' | 'note'>> & { status?: string | undefined },
): string {
  if (value == null) {
    if (goal) return goal === 'reference' && note ? note : GOAL_NAMES[goal]
    return status === 'suppressed' ? SUPPRESSED : MISSING
  }
  const { unit } = indicator
  if (unit === 'yesno') return Number(value) === 0 ? 'nej' : 'ja'
  const number = formatNumber(value, indicator.decimals)
  if (unit === 'percent') return `${number}\u00a0%`
  const word = unit === 'count' || unit === 'index' ? '' : unitName(indicator)
  return word ? `${number}\u00a0${word}` : number
}
