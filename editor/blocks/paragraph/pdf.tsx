import type { PdfBlock } from '../../pdf/pdf-block.ts'
import { textBlock } from '../../pdf/text/text-block.tsx'

/** Empty paragraphs are how people make room on a screen; on paper the styles do that. */
export const paragraphPdf: PdfBlock = (node, context) =>
  node.content?.length
    ? textBlock('P', context.inline(node.content, context), context, { style: { marginBottom: context.size.after } })
    : null
