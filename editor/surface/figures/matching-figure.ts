import type { NumberBinding, NumberForm } from '../../blocks/bound-number/model.ts'
import { type FigureSet, refOfKey } from '../../core/figure.ts'
import { formatNumber } from '../../core/format-number.ts'
import { readPeriod } from '../../core/period.ts'

/** A number that somebody has written, at the end of a text. */
export interface WrittenNumber {
  /** Characters from the end of the text to where it begins and ends. */
  from: number
  to: number
  /** "47,1", as our own texts write it. */
  number: string
  form: NumberForm
}

/** A number, its unit perhaps, and what may follow before the writer has gone on to something else. */
const NUMBER =
  /(?<![\p{L}\d.,/:-])([-\u2212]?(?:\d{1,3}(?:[ \u00a0]\d{3})+|\d+)(?:,\d+)?)([ \u00a0]?%|[ \u00a0]procent\b)?([\s.,;:)]?)$/u
const ENOUGH_DIGITS = 3

/**
 * The number that a text ends with, where it is worth asking about: "3" and "2024" are written for many reasons,
 * "47,1", "456" and "96 procent" for one.
 */
export function writtenNumber(text: string): WrittenNumber | null {
  const match = NUMBER.exec(text)
  if (!match) return null
  const [all, raw = '', unit = '', after = ''] = match
  const number = raw.replaceAll(' ', '\u00a0').replace(/^-/, '\u2212')
  const digits = number.replace(/\D/g, '').length
  if (!unit && !number.includes(',') && (digits < ENOUGH_DIGITS || readPeriod(raw))) return null
  const form = unit === '' ? 'value' : unit.trim() === '%' ? 'sign' : 'unit'
  return { from: all.length, to: after.length, number, form }
}

/**
 * The figure on the page that is written like that: a result rather than another kind, the newest period first. What has
 * percent after it is a share.
 */
export function matchingFigure(
  { number, form }: WrittenNumber,
  { indicators, figures }: FigureSet,
): NumberBinding | null {
  const same = Object.entries(figures).filter(([, { indicatorId, value }]) => {
    const indicator = indicators[indicatorId]
    if (!indicator || value === null || (form !== 'value' && indicator.unit !== 'percent')) return false
    return formatNumber(value, indicator.decimals) === number
  })
  const rank = ({ kind, period }: { kind: string; period: string }): string => `${kind === 'result' ? 1 : 0}${period}`
  const [best] = same.sort(([, a], [, b]) => rank(b).localeCompare(rank(a)))
  return best ? { ...refOfKey(best[0]), form } : null
}
