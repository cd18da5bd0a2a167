/** The same day so many years later; 29 February becomes the 28th where the year has none. ISO dates. */
export function yearsLater(date: string, years: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const last = new Date(Date.UTC(year + years, month, 0)).getUTCDate()
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${year + years}-${two(month)}-${two(Math.min(day, last))}`
}
