import { fillPattern } from './fill-pattern.ts'
import { fillYear } from './year-labels.ts'

/**
 * "Nämndplan {år}" for 2024 → "Nämndplan 2024"; of an att-sats the same.
 * @param of the year, null while it is not known; and the title of what it is made from or about
 */
export const fillTitle = (pattern: string, { year, title }: { year: number | null; title?: string }): string =>
  fillPattern(year === null ? pattern : fillYear(pattern, year), { titel: title })
