import { knownTemplates } from '#server/templates/template-facts.ts'
import type { Actor } from '../policies/actor.ts'
import { type ReadableBoard, readableBoards } from '../reports/readable-boards.ts'
import type { Services } from '../services.ts'
import { type NotBegun, notBegun } from './not-begun.ts'
import { type YearReport, yearReports } from './year-reports.ts'

export interface Year {
  year: number
  /** That can be chosen between. */
  boards: ReadableBoard[]
  /** The nearest day first, those without one last. */
  reports: YearReport[]
  notBegun: NotBegun[]
}

/** The last day of a report as a whole, or else the first that somebody set for a part of it; null for none. */
export const dayOf = ({ deadline, local }: Pick<YearReport, 'deadline' | 'local'>): string | null =>
  deadline ?? local[0]?.date ?? null

const byDay = (one: YearReport, other: YearReport): number => {
  const [a, b] = [dayOf(one) ?? '9999', dayOf(other) ?? '9999']
  return a < b ? -1 : a > b ? 1 : one.title.localeCompare(other.title, 'sv')
}

/**
 * Every report of the actor's boards that has a day in a calendar year, and what the law asks for then that nobody has
 * begun.
 * @param boardId only of this board; null for all
 */
export async function readYear(
  services: Pick<Services, 'db'>,
  actor: Actor,
  { year, boardId }: { year: number; boardId: string | null },
): Promise<Year> {
  const [boards, known] = await Promise.all([
    readableBoards(services, actor),
    knownTemplates(services.db, actor.organisationId),
  ])
  const chosen = boardId ? boards.filter(({ id }) => id === boardId) : boards
  const [reports, missing] = await Promise.all([
    yearReports(
      services,
      chosen.map(({ id }) => id),
      { year, known },
    ),
    notBegun(services, actor, chosen, { year, known }),
  ])
  return { year, boards, reports: reports.sort(byDay), notBegun: missing }
}
