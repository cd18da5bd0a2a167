import { dayOf } from '#server/calendar/read-year.ts'
import type { YearReport } from '#server/calendar/year-reports.ts'
import type { WheelState } from './sv.ts'

/** @param today ISO date */
export function stateOf(report: Pick<YearReport, 'locked' | 'deadline' | 'local'>, today: string): WheelState {
  if (report.locked) return 'locked'
  const day = dayOf(report)
  return day !== null && day < today ? 'late' : 'draft'
}
