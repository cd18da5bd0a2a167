import Big from 'big.js'
import { difference, percentChange } from '../../core/arithmetic/change.ts'
import { breakBetween } from '../../core/arithmetic/series-break.ts'
import { share } from '../../core/arithmetic/share.ts'
import { isSmallNumber } from '../../core/arithmetic/small-number.ts'
import type { DocumentNode } from '../../core/document-node.ts'
import {
  type Figure,
  type FigureKind,
  type FigureRef,
  type FigureSet,
  figureKey,
  type Indicator,
} from '../../core/figure.ts'
import { GOAL_NAMES, isFigureKind } from '../../core/figure-words.ts'
import { formatNumber } from '../../core/format-number.ts'
import { periodName, yearBefore } from '../../core/period.ts'
import { sv } from './sv.ts'

/**
 * How a number stands in its sentence. `value` "47,1"; `unit` "47,1 procent"; `sign` "47,1 %"; `fraction` "16 av 34
 * (47 %)"; `range` "från 60,0 till 47,1 procent"; the others say the change from the year before: `changed` "minskat med
 * 12,9 procentenheter", `changes` "minskade med …", `changedPercent` "ökat med 88 procent", of what is no share.
 */
export const FORMS = ['unit', 'sign', 'value', 'fraction', 'changed', 'changes', 'changedPercent', 'range'] as const
export type NumberForm = (typeof FORMS)[number]

const COMPARING: readonly NumberForm[] = ['changed', 'changes', 'changedPercent', 'range']

export interface NumberBinding extends FigureRef {
  form: NumberForm
}

/** `break`: the series was measured in another way before, so the two are not compared. */
export type Gap = 'unknown' | 'missing' | 'suppressed' | 'break'

/** `gap`: why there are no words for it; the text then says that instead. */
export interface BoundText {
  text: string
  gap: Gap | null
}

export function readBinding({ attrs = {} }: Pick<DocumentNode, 'attrs'>): NumberBinding {
  const { indicatorId, kind, period, gender, form } = attrs
  return {
    indicatorId: typeof indicatorId === 'string' ? indicatorId : '',
    kind: isFigureKind(kind) ? kind : ('result' satisfies FigureKind),
    period: typeof period === 'string' ? period : '',
    gender: gender === 'K' || gender === 'M' ? gender : 'T',
    form: FORMS.find(known => known === form) ?? 'unit',
  }
}

const refOf = ({ indicatorId, kind, period, gender }: NumberBinding): FigureRef => ({
  indicatorId,
  kind,
  period,
  gender,
})

const refBefore = (binding: NumberBinding): FigureRef => ({ ...refOf(binding), period: yearBefore(binding.period) })

export const bindingFigures = (binding: NumberBinding): FigureRef[] =>
  COMPARING.includes(binding.form) ? [refOf(binding), refBefore(binding)] : [refOf(binding)]

/** The figure that it is about, as {@link figureKey}. */
export const bindingKey = (binding: NumberBinding): string => figureKey(refOf(binding))

const gap = (why: Exclude<Gap, 'break'>): BoundText => ({ text: sv.gap[why], gap: why })

/** With the unit's word after it: "47,1 procent", "34 personer", "2 498 tkr", and the bare number of what is counted. */
function withUnit({ unit, unitText }: Indicator, number: string): string {
  const word = unit === 'other' ? unitText : sv.after[unit]
  return word ? `${number}\u00a0${word}` : number
}

const withSign = (indicator: Indicator, number: string): string =>
  indicator.unit === 'percent' ? `${number}\u00a0%` : withUnit(indicator, number)

/** A difference with its word: procentenheter between shares, never "procent". */
function amount(indicator: Indicator, difference: Big): string {
  const number = formatNumber(difference, indicator.decimals)
  if (indicator.unit !== 'percent') return withUnit(indicator, number)
  return `${number}\u00a0${number === '1' ? sv.point : sv.points}`
}

function changeText(words: (typeof sv)['changed'], difference: Big, shown: string, decimals: number): string {
  // The word follows what is shown: a change that rounds to nothing is none.
  const rounded = difference.round(decimals, Big.roundHalfUp)
  if (rounded.eq(0)) return words.same
  return `${rounded.gt(0) ? words.up : words.down} ${sv.by} ${shown}`
}

function compared(form: NumberForm, indicator: Indicator, now: string, before: string): BoundText {
  const { decimals } = indicator
  const changed = difference(now, before) ?? new Big(0)
  if (form === 'range')
    return {
      text: sv.range(formatNumber(before, decimals), withUnit(indicator, formatNumber(now, decimals))),
      gap: null,
    }
  const words = form === 'changes' ? sv.changes : sv.changed
  if (form !== 'changedPercent')
    return { text: changeText(words, changed, amount(indicator, changed.abs()), decimals), gap: null }
  // Between shares a percentage would mislead.
  const percent = indicator.unit === 'percent' ? undefined : percentChange(now, before)?.percent
  if (!percent) return gap('unknown')
  return {
    text: changeText(words, percent, `${formatNumber(percent.abs(), 0)}\u00a0${sv.after.percent}`, 0),
    gap: null,
  }
}

function fraction({ value, numerator, denominator }: Figure): BoundText {
  const shown = value ?? share(numerator, denominator)
  if (numerator === null || denominator === null || shown === null) return gap('missing')
  return {
    text: sv.fraction(formatNumber(numerator, 0), formatNumber(denominator, 0), formatNumber(shown, 0)),
    gap: null,
  }
}

const missing = (figure: Figure | undefined): BoundText =>
  gap(figure?.status === 'suppressed' ? 'suppressed' : 'missing')

/** The words that every output shows for a bound number. What is not known is said to be so, never left out or 0. */
export function boundText(binding: NumberBinding, { indicators, figures }: FigureSet): BoundText {
  const indicator = indicators[binding.indicatorId]
  if (!indicator) return gap('unknown')
  const figure = figures[bindingKey(binding)]
  if (figure?.value == null && figure?.goal)
    return {
      text: figure.goal === 'reference' ? (figure.note ?? GOAL_NAMES.reference) : GOAL_NAMES[figure.goal],
      gap: null,
    }
  if (figure?.value == null) return missing(figure)
  const { form } = binding
  if (COMPARING.includes(form)) {
    const earlier = refBefore(binding)
    const broken = breakBetween(indicator, earlier.period, binding.period)
    if (broken) return { text: sv.broken(periodName(broken.period)), gap: 'break' }
    const before = figures[figureKey(earlier)]
    return before?.value == null ? missing(before) : compared(form, indicator, figure.value, before.value)
  }
  if (form === 'fraction') return fraction(figure)
  if (indicator.unit === 'yesno') return { text: new Big(figure.value).eq(0) ? sv.no : sv.yes, gap: null }
  const number = formatNumber(figure.value, indicator.decimals)
  if (form === 'value') return { text: number, gap: null }
  return { text: form === 'sign' ? withSign(indicator, number) : withUnit(indicator, number), gap: null }
}

/**
 * The indicator's limit for small numbers, where a figure behind the words is below it; null where none is. The public
 * version leaves such a figure out by itself.
 */
export function smallNumberLimit(binding: NumberBinding, { indicators, figures }: FigureSet): number | null {
  const indicator = indicators[binding.indicatorId]
  const isSmall = bindingFigures(binding).some(ref => {
    const figure = figures[figureKey(ref)]
    return indicator && figure && figure.status !== 'suppressed' && isSmallNumber(indicator, figure)
  })
  return isSmall ? (indicator?.smallNumber ?? null) : null
}

/** Forms that say something of this indicator, in the order in which they are offered. */
export const formsOf = ({ unit }: Indicator): NumberForm[] =>
  FORMS.filter(form => {
    if (unit === 'yesno') return form === 'unit'
    if (form === 'sign' || form === 'fraction') return unit === 'percent'
    return form !== 'changedPercent' || unit !== 'percent'
  })
