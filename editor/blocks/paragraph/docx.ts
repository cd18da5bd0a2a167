import type { DocxBlock } from '../../docx/docx-block.ts'
import { textParagraph } from '../../docx/text-paragraph.ts'

export const paragraphDocx: DocxBlock = {
  kind: 'block',
  render: (node, context) =>
    node.content?.length ? [textParagraph(context.inline(node.content, context), context)] : [],
}
