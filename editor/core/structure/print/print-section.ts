import type { DocumentNode } from '../../document-node.ts'
import type { Field } from '../field.ts'
import type { StructuredSection } from '../structured-section.ts'
import { printFields, type ReportTitles } from './print-fields.ts'
import { printOverview } from './print-overview.ts'
import { printRows } from './print-rows.ts'

/** Fields that stand below a heading: what the heading of a unit says already is not said again. */
export const printedFields = ({ fields, values, heading, unit }: StructuredSection): Field[] =>
  unit?.head
    ? fields.filter(({ key, type }) => type !== 'text' || values[key] === undefined || !heading.includes(values[key]))
    : [...fields]

/** All that a section prints: its fields, its overview, its running text, then its lists. */
export function printSection(
  section: StructuredSection,
  written: DocumentNode,
  sections: readonly StructuredSection[],
  reportTitles: ReportTitles = {},
): DocumentNode {
  return {
    type: 'doc',
    content: [
      ...printFields(printedFields(section), section.values, reportTitles),
      ...(section.overview ? printOverview(section.overview, sections, reportTitles) : []),
      ...(written.content ?? []),
      ...section.tables.flatMap(list => printRows(list, reportTitles, section.heading)),
    ],
  }
}
