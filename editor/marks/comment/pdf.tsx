import type { PdfMark } from '../../pdf/pdf-block.ts'

export const commentPdf: PdfMark = children => children
