import type { DocxBlock } from '../docx/docx-block.ts'
import type { PdfBlock } from '../pdf/pdf-block.ts'
import { blockquoteDocx } from './blockquote/docx.ts'
import { blockquotePdf } from './blockquote/pdf.tsx'
import { boundNumberDocx } from './bound-number/docx.ts'
import { boundNumberPdf } from './bound-number/pdf.tsx'
import { chartDocx } from './chart/docx.ts'
import { chartPdf } from './chart/pdf.tsx'
import { economyTableDocx } from './economy-table/docx.ts'
import { economyTablePdf } from './economy-table/pdf.tsx'
import { footnoteDocx } from './footnote/docx.ts'
import { footnotePdf } from './footnote/pdf.tsx'
import { hardBreakDocx } from './hard-break/docx.ts'
import { hardBreakPdf } from './hard-break/pdf.tsx'
import { headingDocx } from './heading/docx.ts'
import { headingPdf } from './heading/pdf.tsx'
import { imageDocx } from './image/docx.ts'
import { imagePdf } from './image/pdf.tsx'
import { indicatorTableDocx } from './indicator-table/docx.ts'
import { indicatorTablePdf } from './indicator-table/pdf.tsx'
import { keyFiguresDocx } from './key-figures/docx.ts'
import { keyFiguresPdf } from './key-figures/pdf.tsx'
import { bulletListDocx, listItemDocx, orderedListDocx } from './list/docx.ts'
import { bulletListPdf, listItemPdf, orderedListPdf } from './list/pdf.tsx'
import { pageBreakDocx } from './page-break/docx.ts'
import { pageBreakPdf } from './page-break/pdf.tsx'
import { paragraphDocx } from './paragraph/docx.ts'
import { paragraphPdf } from './paragraph/pdf.tsx'
import type { BlockName } from './schemas.ts'
import { statusItemDocx, statusListDocx } from './status-list/docx.ts'
import { statusItemPdf, statusListPdf } from './status-list/pdf.tsx'
import { tableDocx, tablePartDocx } from './table/docx.ts'
import { tablePartPdf, tablePdf } from './table/pdf.tsx'

export interface BlockOutput {
  pdf: PdfBlock
  docx: DocxBlock
}

/** How every block is written into files. Node only. */
export const blockOutputs = {
  paragraph: { pdf: paragraphPdf, docx: paragraphDocx },
  heading: { pdf: headingPdf, docx: headingDocx },
  bulletList: { pdf: bulletListPdf, docx: bulletListDocx },
  orderedList: { pdf: orderedListPdf, docx: orderedListDocx },
  listItem: { pdf: listItemPdf, docx: listItemDocx },
  blockquote: { pdf: blockquotePdf, docx: blockquoteDocx },
  table: { pdf: tablePdf, docx: tableDocx },
  tableRow: { pdf: tablePartPdf, docx: tablePartDocx },
  tableHeader: { pdf: tablePartPdf, docx: tablePartDocx },
  tableCell: { pdf: tablePartPdf, docx: tablePartDocx },
  image: { pdf: imagePdf, docx: imageDocx },
  footnote: { pdf: footnotePdf, docx: footnoteDocx },
  boundNumber: { pdf: boundNumberPdf, docx: boundNumberDocx },
  hardBreak: { pdf: hardBreakPdf, docx: hardBreakDocx },
  pageBreak: { pdf: pageBreakPdf, docx: pageBreakDocx },
  indicatorTable: { pdf: indicatorTablePdf, docx: indicatorTableDocx },
  economyTable: { pdf: economyTablePdf, docx: economyTableDocx },
  chart: { pdf: chartPdf, docx: chartDocx },
  keyFigures: { pdf: keyFiguresPdf, docx: keyFiguresDocx },
  statusList: { pdf: statusListPdf, docx: statusListDocx },
  statusItem: { pdf: statusItemPdf, docx: statusItemDocx },
} satisfies Record<BlockName, BlockOutput>
