import type Big from 'big.js'
import { inUnit, isMoney, type MoneyUnit, moneyDecimals } from '../arithmetic/display-unit.ts'
import { SMALL_NUMBER } from '../arithmetic/small-number.ts'
import { type Figure, figureKey, type Indicator } from '../figure.ts'
import { formatChange, formatNumber } from '../format-number.ts'
import type { DataCell } from './data-table.ts'
import { sv } from './sv.ts'

const NBSP = '\u00a0'

export const MISSING: DataCell = { text: sv.missing, label: sv.missingLabel }
/** What the public version leaves out. It looks the same whatever the number was. */
export const WITHHELD: DataCell = { text: sv.suppressed, label: sv.withheldLabel }
export const EMPTY_CELL: DataCell = { text: '' }

/** The unit of money that amounts are shown in; null shows them as they are stored. */
export type Display = MoneyUnit | null

/** Decimals that a value of the indicator is shown with. */
export const shownDecimals = ({ unit, decimals }: Indicator, display: Display): number =>
  display && isMoney(unit) && unit !== display ? moneyDecimals(display) : decimals

/** A value in the unit that it is shown in, unrounded. */
export const shownValue = (value: string | Big, { unit }: Indicator, display: Display): string | Big =>
  display && isMoney(unit) ? inUnit(value, unit, display) : value

/** A value of the indicator in Swedish: "96 %", "1 234", "Ja". Rounded once, from the stored value. */
export function valueText(indicator: Indicator, value: string | Big, display: Display = null): string {
  if (indicator.unit === 'yesno') return Number(value) === 0 ? sv.no : sv.yes
  const text = formatNumber(shownValue(value, indicator, display).toString(), shownDecimals(indicator, display))
  return indicator.unit === 'percent' ? `${text}${NBSP}%` : text
}

/** A difference in Swedish, with its sign: "+3,5". Of shares it is procentenheter, and what it stands in says so. */
export function changeText(indicator: Indicator, change: Big, display: Display = null): string {
  const shown = display && isMoney(indicator.unit) ? inUnit(change, indicator.unit, display) : change
  return formatChange(shown, shownDecimals(indicator, display))
}

/** A value that is not shown, because the source or this report keeps small groups from being recognised. */
export function hiddenCell({ unit, smallNumber }: Indicator, label: (limit: number) => string): DataCell {
  const limit = smallNumber ?? SMALL_NUMBER
  const isCount = unit === 'count' || unit === 'persons'
  return { text: isCount && label === sv.suppressedLabel ? `<${limit}` : sv.suppressed, label: label(limit) }
}

/** A figure as a cell shows it: a value, a target in words, hidden, or missing. Those four are never the same. */
export function figureCell(indicator: Indicator, figure: Figure | undefined, display: Display = null): DataCell {
  if (!figure) return MISSING
  const key = { figure: figureKey(figure) }
  if (figure.withheld) return { ...WITHHELD, ...key }
  if (figure.status === 'suppressed') return { ...hiddenCell(indicator, sv.suppressedLabel), ...key }
  if (figure.value === null) return figure.goal ? { text: sv.goals[figure.goal], ...key } : { ...MISSING, ...key }
  const text = valueText(indicator, figure.value, display)
  if (figure.status !== 'preliminary') return { text, ...key }
  return { text: `${text}${NBSP}(${sv.preliminary})`, label: sv.preliminaryLabel(text), ...key }
}
