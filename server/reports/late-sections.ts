import type { ReportStructure } from '#editor/core/report-page.ts'
import { isSettled } from '#editor/core/section-state.ts'

export interface LateSection {
  id: string
  number: string
  heading: string
  /** ISO date. */
  deadline: string
  /** Null where nobody is responsible. */
  ownerName: string | null
}

/**
 * Sections whose day has passed while nobody has said that they are done, the longest waited for first.
 * @param today ISO date
 */
export function lateSections({ report, sections, people }: ReportStructure, today: string): LateSection[] {
  if (report.lockedAt) return []
  return sections
    .flatMap(section => {
      const { id, number, heading, deadline, ownerId } = section
      if (deadline === null || deadline >= today || isSettled(section)) return []
      const ownerName = people.find(person => person.id === ownerId)?.name ?? null
      return [{ id, number, heading, deadline, ownerName }]
    })
    .toSorted((one, other) => (one.deadline < other.deadline ? -1 : one.deadline > other.deadline ? 1 : 0))
}
