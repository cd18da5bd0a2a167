import type { DocumentNode } from '../../core/document-node.ts'
import type { ResolvedReport, ResolvedSection } from '../../core/resolved-report.ts'

/** About what a node adds to its page beside its letters. */
const NODE = 20

const sizeOf = (node: DocumentNode): number =>
  NODE + (node.text?.length ?? 0) + (node.content ?? []).reduce((sum, child) => sum + sizeOf(child), 0)

/** How much there is to lay out, in about letters. */
export const sizeOfSections = (sections: ResolvedSection[]): number =>
  sections.reduce((sum, { content }) => sum + sizeOf(content), 0)

/**
 * The report as far as `size` goes, cut between two blocks; never less than one. Its nodes are those of the report.
 * @param size as {@link sizeOfSections} counts
 */
export function beginningOf(resolved: ResolvedReport, size: number): ResolvedReport {
  const sections: ResolvedSection[] = []
  let left = size
  for (const section of resolved.sections) {
    if (left <= 0) break
    const blocks: DocumentNode[] = []
    for (const block of section.content.content ?? []) {
      if (left <= 0) break
      blocks.push(block)
      left -= sizeOf(block)
    }
    left -= NODE
    sections.push({ ...section, content: { ...section.content, content: blocks } })
  }
  return { ...resolved, sections }
}
