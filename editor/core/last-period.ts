import type { DocumentNode } from './document-node.ts'
import type { FigureSet } from './figure.ts'
import type { Values } from './structure/field.ts'

/** What stood in the report of the period before, beside what is written now. */
export interface LastPeriod {
  reportId: string
  title: string
  year: number
  /** By the id of the section, unit or row of today's report that holds the same fields. */
  values: Record<string, Values>
  /** By today's section; only where there was text. */
  texts: Record<string, DocumentNode>
  /** What the texts show of live data, as it was then. */
  data: FigureSet
}
