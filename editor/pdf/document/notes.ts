import { type DocumentNode, walk } from '../../core/document-node.ts'
import type { ResolvedReport } from '../../core/resolved-report.ts'

/** Footnotes in reading order, over all sections that are printed. */
export function findNotes(report: ResolvedReport): DocumentNode[] {
  const notes: DocumentNode[] = []
  for (const section of report.sections) {
    if (section.notApplicableReason !== null) continue
    walk(section.content, node => {
      if (node.type === 'footnote') notes.push(node)
    })
  }
  return notes
}
