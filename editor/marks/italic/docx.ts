import type { DocxMark } from '../../docx/docx-block.ts'

export const italicDocx: DocxMark = { run: { italics: true }, around: null }
