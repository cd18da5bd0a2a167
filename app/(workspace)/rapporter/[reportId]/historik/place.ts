import type { ReportStructure } from '#editor/core/report-page.ts'
import type { Actor } from '#server/policies/actor.ts'
import type { Holder } from './holders.ts'

/** Whose history is looked at, by whom. */
export interface HistoryPlace {
  actor: Actor
  /** Address of the timeline. */
  path: string
  structure: ReportStructure
  holders: Map<string, Holder>
}

/** "3.1 Inledning" */
export function sectionName({ structure }: HistoryPlace, id: string): string {
  const section = structure.sections.find(one => one.id === id)
  return section ? `${section.number} ${section.heading}` : ''
}

/** Whether the button is there; the server asks again. A section is restored by whoever may write in it. */
export const mayRestoreIn = ({ structure }: HistoryPlace, sectionId: string): boolean =>
  structure.may.write && structure.sections.some(section => section.id === sectionId && section.mayWrite)

/** The whole report, by those who may write in every section that is not locked. */
export const mayRestoreAll = ({ structure }: HistoryPlace): boolean =>
  structure.may.write && structure.sections.every(section => section.mayWrite || section.lockedAt !== null)
