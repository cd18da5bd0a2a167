import { readableHtml } from '../../blocks/readable-html.ts'
import type { DocumentNode } from '../../core/document-node.ts'
import { EMPTY_FIGURES } from '../../core/figure.ts'
import { ScrollSideways } from '../../ui/scroll-sideways.tsx'
import { sv } from './sv.ts'

/** As it is printed, for those who read. */
export function Printed({ content }: { content: DocumentNode[] }) {
  const html = readableHtml({ type: 'doc', content }, { data: EMPTY_FIGURES, imageUrl: () => '' })
  if (!content.length) return null
  return (
    <ScrollSideways label={sv.printed}>
      {/* The renderer escapes every text and attribute, and knows no element that runs code. */}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: see above */}
      <div className="report-text mt-3" dangerouslySetInnerHTML={{ __html: html }} />
    </ScrollSideways>
  )
}
