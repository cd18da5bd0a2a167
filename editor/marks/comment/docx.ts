import type { DocxMark } from '../../docx/docx-block.ts'

export const commentDocx: DocxMark = { run: {}, around: null }
