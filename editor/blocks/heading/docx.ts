import { HeadingLevel } from 'docx'
import type { DocxBlock } from '../../docx/docx-block.ts'
import { textParagraph } from '../../docx/text-paragraph.ts'

export const headingDocx: DocxBlock = {
  kind: 'block',
  render: (node, context) => {
    if (!node.content?.length) return []
    const heading = node.attrs?.level === 5 ? HeadingLevel.HEADING_5 : HeadingLevel.HEADING_4
    return [textParagraph(context.inline(node.content, context), context, { style: undefined, heading })]
  },
}
