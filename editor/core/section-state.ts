import type { SectionStatus, SectionStructure } from './report-page.ts'

/** Somebody has said that the text is finished. */
export const isReady = (status: SectionStatus): boolean => status === 'done' || status === 'reviewed'

/** Nothing more is waited for: it is finished, or does not apply. */
export const isSettled = ({
  status,
  notApplicableReason,
}: Pick<SectionStructure, 'status' | 'notApplicableReason'>): boolean => isReady(status) || notApplicableReason !== null

/** Its day has passed, and something is still waited for. @param today ISO date */
export const isLate = (
  section: Pick<SectionStructure, 'status' | 'notApplicableReason' | 'deadline'>,
  today: string,
): boolean => section.deadline !== null && section.deadline < today && !isSettled(section)
