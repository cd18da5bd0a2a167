import type { PdfBlock } from '../../pdf/pdf-block.ts'

export const hardBreakPdf: PdfBlock = () => '\n'
