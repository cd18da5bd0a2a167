/** A document type, as pure data. It narrows the insert menu and the checks, never the document schema. */
export interface Template {
  key: string
  /** Raised at every change; a report keeps the version that it was made from. */
  version: number
  sections: TemplateSection[]
  /** Last day, given the year that the report accounts for; null where law sets none. ISO date. */
  legalDeadline: null | ((year: number) => string)
  sv: TemplateTexts
}

export interface TemplateSection {
  /** Stable across versions and years. */
  key: string
  level: 1 | 2 | 3
  required: 'yes' | 'conditional' | 'no'
  /** Paragraphs of law that ask for the section, as they are printed. */
  lawReferences: string[]
}

export interface TemplateTexts {
  name: string
  description: string
  /** Title offered for a new report. */
  title: (year: number) => string
  /** Heading and guidance by section key. Guidance is shown to authors and never exported. */
  sections: Record<string, { heading: string; guidance: string }>
}
