import type { DocxMark } from '../../docx/docx-block.ts'

export const boldDocx: DocxMark = { run: { bold: true }, around: null }
