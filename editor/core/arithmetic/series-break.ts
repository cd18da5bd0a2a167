import type { Indicator } from '../figure.ts'
import { readPeriod } from '../period.ts'

/** Months since year 0, of the first month of a period; its last where `end`. */
function monthOf(text: string, end = false): number | null {
  const period = readPeriod(text)
  return period && period.year * 12 + (end ? period.to : period.from)
}

/**
 * The break in the series that lies between two periods, so that they are not compared: the series is measured another
 * way from a month on that comes after the beginning of the one and not after the end of the other.
 * @returns the last such break; null where there is none
 */
export function breakBetween(
  { breaks = [] }: Pick<Indicator, 'breaks'>,
  earlier: string,
  later: string,
): { period: string; note: string } | null {
  const [from, to] = [monthOf(earlier), monthOf(later, true)]
  if (from === null || to === null) return null
  const between = breaks.filter(({ period }) => {
    const start = monthOf(period)
    return start !== null && start > from && start <= to
  })
  return between.at(-1) ?? null
}
