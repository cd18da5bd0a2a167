/** What the new report takes from the one that it is made from, as a whole. */
export type Fact =
  | { of: 'id' | 'title' | 'board' | 'administration' }
  /** The new report's own, whatever the source says. */
  | { own: 'board' }
  /** Field of the source's own fields. */
  | { field: string }

/** By the field's key in the new report. */
export type Facts = Readonly<Record<string, Fact>>

/** Rows of a section that are made from a list of texts. */
export interface TextRows {
  section: string
  /** Kind of row. */
  kind: string
  /** Field that the text stands in. */
  field: string
}

/** Rows of the source that each become a unit. */
export interface UnitMapping {
  /** Kinds of rows in the source; their order is that of the units. */
  rows: readonly string[]
  /** Section of the new report that lists the units. */
  section: string
  kind: string
  /** Field of the unit: field of the row. */
  fields: Readonly<Record<string, string>>
}

/** How a report of one type is made from a report of another: pure data, beside the template that it is for. */
export interface Derivation {
  /** Template of the source; null for any. */
  from: string | null
  /** Template of the new report. */
  to: string
  /** Sections, units, rows and fields with the same keys come along, and the text that is chosen. */
  sameKeys: boolean
  /** Title that is offered: "{titel}" is the source's; null for the template's own. */
  title: string | null
  /** Of the year that is offered, counted from the source's. */
  yearsLater: 0 | 1
  keepsDiaryNumber: boolean
  reportFields: Facts
  sectionFields: readonly { section: string; fields: Facts }[]
  units: readonly UnitMapping[]
  /** Att-satser of the source's template, recipients of its decision, and the source itself among the papers. */
  decision: { section: string; kind: string } | null
  recipients: TextRows | null
  papers: TextRows | null
}

const NOTHING_MORE = {
  title: null,
  reportFields: {},
  sectionFields: [],
  units: [],
  decision: null,
  recipients: null,
  papers: null,
} as const

/** With what {@link Derivation} leaves out as nothing. */
export const derive = (given: Partial<Derivation> & Pick<Derivation, 'from' | 'to'>): Derivation => ({
  ...NOTHING_MORE,
  sameKeys: false,
  yearsLater: 0,
  keepsDiaryNumber: false,
  ...given,
})
