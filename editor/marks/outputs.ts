import type { DocxMark } from '../docx/docx-block.ts'
import type { PdfMark } from '../pdf/pdf-block.ts'
import { boldDocx } from './bold/docx.ts'
import { boldPdf } from './bold/pdf.tsx'
import { commentDocx } from './comment/docx.ts'
import { commentPdf } from './comment/pdf.tsx'
import { italicDocx } from './italic/docx.ts'
import { italicPdf } from './italic/pdf.tsx'
import { linkDocx } from './link/docx.ts'
import { linkPdf } from './link/pdf.tsx'
import type { MarkName } from './schemas.ts'

export interface MarkOutput {
  pdf: PdfMark
  docx: DocxMark
}

/** How every mark is written into files. Node only. */
export const markOutputs = {
  bold: { pdf: boldPdf, docx: boldDocx },
  italic: { pdf: italicPdf, docx: italicDocx },
  comment: { pdf: commentPdf, docx: commentDocx },
  link: { pdf: linkPdf, docx: linkDocx },
} satisfies Record<MarkName, MarkOutput>
