import { TextRun } from 'docx'
import type { DocxBlock } from '../../docx/docx-block.ts'

export const hardBreakDocx: DocxBlock = { kind: 'inline', render: () => [new TextRun({ break: 1 })] }
