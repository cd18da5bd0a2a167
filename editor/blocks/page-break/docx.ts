import { PageBreak, Paragraph } from 'docx'
import type { DocxBlock } from '../../docx/docx-block.ts'

export const pageBreakDocx: DocxBlock = {
  kind: 'block',
  render: () => [new Paragraph({ children: [new PageBreak()] })],
}
