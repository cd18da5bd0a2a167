import type { DocumentNode } from '../../core/document-node.ts'
import type { PdfBlock } from '../../pdf/pdf-block.ts'
import { textBlock } from '../../pdf/text/text-block.tsx'
import { KEEP } from '../../pdf/theme.ts'

/** Signs of a line at most. */
const ONE_LINE = 90

/** A line in bold from end to end names what follows: it does not stay alone at the foot of a page. */
const isName = ({ content = [] }: DocumentNode): boolean =>
  content.every(({ marks }) => marks?.some(mark => mark.type === 'bold')) &&
  content.reduce((length, { text = '' }) => length + text.length, 0) <= ONE_LINE

/** Empty paragraphs are how people make room on a screen; on paper the styles do that. */
export const paragraphPdf: PdfBlock = (node, context) =>
  node.content?.length
    ? textBlock('P', context.inline(node.content, context), context, {
        style: { marginBottom: context.size.after },
        ...(isName(node) && { minPresenceAhead: KEEP }),
      })
    : null
