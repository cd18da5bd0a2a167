import type { NotBegun } from '#server/calendar/not-begun.ts'
import { dayOf } from '#server/calendar/read-year.ts'
import type { YearReport } from '#server/calendar/year-reports.ts'
import type { WheelState } from './sv.ts'

/** @param today ISO date */
export function stateOf(report: Pick<YearReport, 'locked' | 'deadline' | 'local'>, today: string): WheelState {
  if (report.locked) return 'locked'
  const day = dayOf(report)
  return day !== null && day < today ? 'late' : 'draft'
}

/** What nobody has begun is late as well, once its day has passed. @param today ISO date */
export const stateOfNotBegun = ({ deadline }: Pick<NotBegun, 'deadline'>, today: string): WheelState =>
  deadline < today ? 'late' : 'not-begun'
