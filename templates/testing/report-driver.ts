import type { ReportStructure, SectionStructure } from '#editor/core/report-page.ts'

export interface Holder {
  of: 'report' | 'section' | 'unit'
  id: string
}

/** What fills a report in: over HTTP where a server runs, by the server's own actions elsewhere. */
export interface ReportDriver {
  structure(): Promise<ReportStructure>
  /** @returns the unit's or row's id */
  addUnit(sectionId: string, kind: string): Promise<string>
  setValue(holder: Holder, key: string, value: string): Promise<void>
  /** A paragraph at the end of a section's running text. */
  write(sectionId: string, text: string): Promise<void>
}

/** Where the fields of a section are kept: the head of a unit has those of the unit. */
export const holderOf = ({ id, unit }: SectionStructure): Holder =>
  unit?.head ? { of: 'unit', id: unit.id } : { of: 'section', id }
