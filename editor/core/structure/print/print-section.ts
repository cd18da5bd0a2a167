import type { DocumentNode } from '../../document-node.ts'
import type { StructuredSection } from '../structured-section.ts'
import { printFields, type ReportTitles } from './print-fields.ts'
import { printOverview } from './print-overview.ts'
import { printRows } from './print-rows.ts'

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
      ...printFields(section.fields, section.values, reportTitles),
      ...(section.overview ? printOverview(section.overview, sections, reportTitles) : []),
      ...(written.content ?? []),
      ...section.tables.flatMap(list => printRows(list, reportTitles)),
    ],
  }
}
