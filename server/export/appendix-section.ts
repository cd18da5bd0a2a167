import type { DocumentNode } from '#editor/core/document-node.ts'
import type { ResolvedSection } from '#editor/core/resolved-report.ts'
import { UNSTRUCTURED } from '#editor/core/structure/structured-section.ts'

/** An appendix as a section, so that every format shows it alike. */
export const appendixSection = (
  key: string,
  { number, heading }: Pick<ResolvedSection, 'number' | 'heading'>,
  content: DocumentNode[],
): ResolvedSection => ({
  ...UNSTRUCTURED,
  id: key,
  key,
  number,
  heading,
  level: 1,
  required: 'no',
  lawReferences: [],
  notApplicableReason: null,
  written: null,
  content: { type: 'doc', content },
})
