/**
 * The time that a figure is about, as text that sorts and compares:
 * "2023", "2023-H1" (half-year), "2023-T1" (tertial), "2023-K2" (quarter), "2023-11" (month), and "2023-01..11" (months from–to).
 */
export interface Period {
  year: number
  /** First and last calendar month, 1 to 12. */
  from: number
  to: number
}

const MONTHS = [
  'januari',
  'februari',
  'mars',
  'april',
  'maj',
  'juni',
  'juli',
  'augusti',
  'september',
  'oktober',
  'november',
  'december',
]
const PARTS = { H: 6, T: 4, K: 3 } as const
const PART_NAMES = { H: 'halvår', T: 'tertial', K: 'kvartal' } as const
const SHORT_PART_NAMES = { H: 'halvår', T: 'tertial', K: 'kv' } as const
const FORM = /^((?:19|20|21)\d\d)(?:-(?:([HTK])([1-4])|(0[1-9]|1[0-2])(?:\.\.(0[1-9]|1[0-2]))?))?$/

/** The period, or null where the text is none: "2023-K5", "2023-11..02". */
export function readPeriod(text: string): Period | null {
  const match = FORM.exec(text)
  if (!match) return null
  const [, yearText, part, ordinal, first, last] = match
  const year = Number(yearText)
  if (part) {
    const months = PARTS[part as keyof typeof PARTS]
    const to = months * Number(ordinal)
    return to > 12 ? null : { year, from: to - months + 1, to }
  }
  if (!first) return { year, from: 1, to: 12 }
  const from = Number(first)
  const to = last ? Number(last) : from
  return to < from || (last && to === from) ? null : { year, from, to }
}

/** "2023", "november 2023", "januari–november 2023", "kvartal 2 2023"; the text itself where it is no period. */
export function periodName(text: string): string {
  const period = readPeriod(text)
  if (!period) return text
  const [, , part, ordinal, first] = FORM.exec(text) ?? []
  if (part) return `${PART_NAMES[part as keyof typeof PART_NAMES]} ${ordinal} ${period.year}`
  if (!first) return String(period.year)
  const months = period.from === period.to ? [period.from] : [period.from, period.to]
  return `${months.map(month => MONTHS[month - 1]).join('–')} ${period.year}`
}

const SHORT_MONTHS = ['jan', 'feb', 'mars', 'april', 'maj', 'juni', 'juli', 'aug', 'sep', 'okt', 'nov', 'dec']

/** "2023", "nov 2023", "jan–nov 2023", "kv 2 2023": for where there is little room. The text itself where it is no period. */
export function shortPeriodName(text: string): string {
  const period = readPeriod(text)
  if (!period) return text
  const [, , part, ordinal, first] = FORM.exec(text) ?? []
  if (part) return `${SHORT_PART_NAMES[part as keyof typeof SHORT_PART_NAMES]} ${ordinal} ${period.year}`
  if (!first) return String(period.year)
  const months = period.from === period.to ? [period.from] : [period.from, period.to]
  return `${months.map(month => SHORT_MONTHS[month - 1]).join('–')} ${period.year}`
}

/** "mars": a month among others of its year. The text itself where it is no month. */
export function monthName(text: string): string {
  const period = readPeriod(text)
  return (period?.from === period?.to && SHORT_MONTHS[(period?.from ?? 0) - 1]) || text
}

/** The same part of a later year, of an earlier one where `years` is negative. What is no period stays as it is. */
export const movePeriod = (text: string, years: number): string =>
  readPeriod(text) ? `${Number(text.slice(0, 4)) + years}${text.slice(4)}` : text

/** The same part of the year before: what a figure is compared with. */
export const yearBefore = (text: string): string => movePeriod(text, -1)

/** In the order of their ends; of two that end together the longer comes last, as a total stands after its parts. */
export function comparePeriods(one: string, other: string): number {
  const [a, b] = [readPeriod(one), readPeriod(other)]
  if (!a || !b) return one.localeCompare(other)
  return a.year - b.year || a.to - b.to || b.from - a.from
}
