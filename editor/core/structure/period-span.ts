/** First and last day, ISO dates. */
export interface Span {
  start: string
  end: string
}

const two = (part: number): string => String(part).padStart(2, '0')

/** @param month from 1; 0 and 13 are those of the years beside */
const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

const months = (year: string, from: number, to: number): Span => ({
  start: `${year}-${two(from)}-01`,
  end: `${year}-${two(to)}-${two(lastDay(Number(year), to))}`,
})

/** The days of a period: "2024-K2" is 1 April to 30 June 2024. See `field` for how periods are written. */
export function periodSpan(period: string): Span {
  const [start, end] = period.split('/')
  if (start && end) return { start, end }
  const [year = '', part = ''] = period.split('-')
  const n = Number(part.slice(1))
  if (!part) return months(year, 1, 12)
  if (part.startsWith('K')) return months(year, n * 3 - 2, n * 3)
  if (part.startsWith('H')) return months(year, n * 6 - 5, n * 6)
  return months(year, Number(part), Number(part))
}

/** The same day so many months later, or the month's last where it has no such day: 31 January plus one is 29 February. */
export function addMonths(date: string, count: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + count, 1))
  const [y, m] = [first.getUTCFullYear(), first.getUTCMonth() + 1]
  return `${y}-${two(m)}-${two(Math.min(day, lastDay(y, m)))}`
}
