import type { ReportStructure } from '../../core/report-page.ts'
import type { ReportChange } from '../report-api.ts'

/** As they stand in the controls. */
export interface TypedFacts {
  title: string
  year: string
  diaryNumber: string
  /** ISO date; empty for none. */
  deadline: string
}

export const typedFacts = ({ title, year, diaryNumber, deadline }: ReportStructure['report']): TypedFacts => ({
  title,
  year: String(year),
  diaryNumber: diaryNumber ?? '',
  deadline: deadline ?? '',
})

/** A title that names the report's year follows the year, until somebody has written another title. */
export function withYear(typed: TypedFacts, year: string, before: TypedFacts): TypedFacts {
  const inTitle = (of: string): string => before.title.replaceAll(before.year, of)
  const follows = before.title.includes(before.year) && typed.title === inTitle(typed.year)
  return { ...typed, year, ...(follows && { title: inTitle(year) }) }
}

/** What is to be changed; null for nothing. A year that is no number is sent as none, and the server says so. */
export function changeOf(before: TypedFacts, typed: TypedFacts): ReportChange | null {
  const change: ReportChange = {
    ...(typed.title.trim() !== before.title && { title: typed.title.trim() }),
    ...(typed.year.trim() !== before.year && { year: Number(typed.year.trim() || Number.NaN) }),
    ...(typed.diaryNumber.trim() !== before.diaryNumber && { diaryNumber: typed.diaryNumber.trim() || null }),
    ...(typed.deadline !== before.deadline && { deadline: typed.deadline || null }),
  }
  return Object.keys(change).length ? change : null
}
