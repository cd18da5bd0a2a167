import Big from 'big.js'
import { extrapolateYear } from '../../core/arithmetic/extrapolate-year.ts'
import type { Figure, Indicator } from '../../core/figure.ts'
import { unitName } from '../../core/figure-words.ts'
import { formatNumber } from '../../core/format-number.ts'
import { readPeriod } from '../../core/period.ts'
import { sv } from './sv.ts'

/** Percent of what the outcome comes to in a year: further off than this, a forecast is asked about. */
const TOLERANCE = 10

export interface ForecastPost {
  indicator: Indicator
  /** Outcome of the table's period. */
  result: Figure | undefined
  /** Amount of the whole year. */
  forecast: Figure | undefined
}

/**
 * Forecasts that are far from what the outcome comes to if the year goes on as it began (domain, "prognos"), for who writes
 * to judge. Seasons are unknown here, so it is a question and no fault. Nothing is said of a year that has ended.
 * @param period of the outcome
 */
export function forecastWarnings(posts: readonly ForecastPost[], period: string): string[] {
  const span = readPeriod(period)
  if (!span || span.to === 12) return []
  return posts.flatMap(({ indicator, result, forecast }) => {
    const expected = extrapolateYear(result?.value ?? null, span)
    if (!expected || forecast?.value == null) return []
    const off = new Big(forecast.value).minus(expected).abs()
    if (off.times(100).lte(expected.abs().times(TOLERANCE))) return []
    const amount = (value: Big | string) => `${formatNumber(value, indicator.decimals)}\u00a0${unitName(indicator)}`
    return [sv.forecastOff(indicator.name, amount(forecast.value), amount(expected))]
  })
}
