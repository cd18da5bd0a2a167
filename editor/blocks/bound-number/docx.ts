import { TextRun } from 'docx'
import { cleanText } from '../../docx/clean-text.ts'
import type { DocxBlock } from '../../docx/docx-block.ts'
import { boundText, readBinding } from './model.ts'

export const boundNumberDocx: DocxBlock = {
  kind: 'inline',
  render: (node, { report, run }) => [
    new TextRun({ ...run, text: cleanText(boundText(readBinding(node), report.data).text) }),
  ],
}
