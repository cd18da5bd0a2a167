import { ownerName } from '#editor/core/owner-name.ts'
import type { ReportStructure } from '#editor/core/report-page.ts'
import { isLate } from '#editor/core/section-state.ts'

export interface LateSection {
  id: string
  number: string
  heading: string
  /** ISO date. */
  deadline: string
  /** Name of the person or of the role; null where nobody is responsible. */
  ownerName: string | null
}

/**
 * Sections whose day has passed while nobody has said that they are done, the longest waited for first.
 * @param today ISO date
 */
export function lateSections(structure: ReportStructure, today: string): LateSection[] {
  if (structure.report.lockedAt) return []
  return structure.sections
    .flatMap(section => {
      const { id, number, heading, deadline } = section
      if (deadline === null || !isLate(section, today)) return []
      return [{ id, number, heading, deadline, ownerName: ownerName(section, structure) }]
    })
    .toSorted((one, other) => (one.deadline < other.deadline ? -1 : one.deadline > other.deadline ? 1 : 0))
}
