import type { ReportStructure } from '#editor/core/report-page.ts'
import type { Actor } from '#server/policies/actor.ts'

/** Whose history is looked at, by whom. */
export interface HistoryPlace {
  actor: Actor
  /** Address of the timeline. */
  path: string
  structure: ReportStructure
}

/** "3.1 Inledning" */
export function sectionName({ structure }: HistoryPlace, id: string): string {
  const section = structure.sections.find(one => one.id === id)
  return section ? `${section.number} ${section.heading}` : ''
}

/** Whether the buttons are there; the server asks again. Whoever may write may restore, and a locked report takes neither. */
export const mayRestore = ({ structure }: HistoryPlace): boolean => structure.may.write
