import { useMemo } from 'react'
import { readableHtml } from '../../blocks/readable-html.ts'
import type { DocumentNode } from '../../core/document-node.ts'
import { EMPTY_FIGURES } from '../../core/figure.ts'
import { useSurface } from '../surface-context.ts'

/** What other reports say, to be read here and changed there. Its figures stand in it as text. */
export function AssembledText({ content }: { content: DocumentNode[] }) {
  const { imageUrl } = useSurface().tools.api
  const html = useMemo(
    () => readableHtml({ type: 'doc', content }, { data: EMPTY_FIGURES, imageUrl }),
    [content, imageUrl],
  )
  // The renderer escapes every text and attribute, and knows no element that runs code.
  // biome-ignore lint/security/noDangerouslySetInnerHtml: see above
  const text = <div className="report-text" dangerouslySetInnerHTML={{ __html: html }} />
  return <div className="mt-3 border-l-2 border-line pl-4 print:border-0 print:pl-0">{text}</div>
}
