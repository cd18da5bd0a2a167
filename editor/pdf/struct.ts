/**
 * What a node of the page tree is in the document's logical structure (ISO 32000-1, 14.7–14.8).
 * The layout engine carries it along untouched; the drawing step writes it as tags.
 */
export type StructRole =
  | 'Sect'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'H5'
  | 'H6'
  | 'P'
  | 'BlockQuote'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'Caption'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure'
  | 'Note'
  | 'Reference'
  | 'Link'
  | 'Form'
  | 'TOC'
  | 'TOCI'
  | 'Div'
  | 'Span'

export interface Struct {
  role: StructRole
  /** Stable name. A node that the page break cut in two carries the same id on both pages and stays one element. */
  id?: string
  /** Id of the parent element, where it is not the element of the node around this one. */
  under?: string
  /** Ids of table rows (TR) that this element holds although no node on the page stands for them. */
  rows?: string[]
  /** Section that this heading opens; what follows on the same level of the page belongs to it. */
  opens?: { id: string; parent: string | null }
  alt?: string
  scope?: 'Row' | 'Column' | 'Both'
  colSpan?: number
  rowSpan?: number
  numbering?: 'Disc' | 'Decimal'
  /** Signature field that this element (Form) stands for, as large as its node; see `draw/signature-fields.ts`. */
  field?: { name: string; description: string }
  /** Text for assistive technology and copying where the drawn sign alone says too little. */
  actualText?: string
}
