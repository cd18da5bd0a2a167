import type { DocxBlock } from '../../docx/docx-block.ts'
import { style } from '../../docx/styles.ts'

export const blockquoteDocx: DocxBlock = {
  kind: 'block',
  render: (node, context) => context.blocks(node.content, { ...context, paragraphStyle: style.quote }),
}
