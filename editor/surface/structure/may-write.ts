import type { ReportStructure } from '../../core/report-page.ts'

const isOpen = ({ may, report }: ReportStructure): boolean => may.write && report.lockedAt === null

/** Whether this person may write in the section now. */
export const mayWriteIn = (structure: ReportStructure, sectionId: string): boolean =>
  isOpen(structure) && structure.sections.some(section => section.id === sectionId && section.mayWrite)

/** Whether there is any section at all in which this person may write now. */
export const mayWriteSomewhere = (structure: ReportStructure): boolean =>
  isOpen(structure) && structure.sections.some(section => section.mayWrite)
