import type { PdfMark } from '../pdf/pdf-block.ts'
import { boldPdf } from './bold/pdf.tsx'
import { italicPdf } from './italic/pdf.tsx'
import { linkPdf } from './link/pdf.tsx'
import type { MarkName } from './schemas.ts'

export interface MarkOutput {
  pdf: PdfMark
}

/** How every mark is written into files. Node only. */
export const markOutputs = {
  bold: { pdf: boldPdf },
  italic: { pdf: italicPdf },
  link: { pdf: linkPdf },
} satisfies Record<MarkName, MarkOutput>
