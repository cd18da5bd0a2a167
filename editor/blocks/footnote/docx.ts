import { FootnoteReferenceRun } from 'docx'
import type { DocxBlock } from '../../docx/docx-block.ts'

/** Word's own footnote: it numbers and places them itself. */
export const footnoteDocx: DocxBlock = {
  kind: 'inline',
  render: (node, context) => [new FootnoteReferenceRun(context.noteNumber(node))],
}
