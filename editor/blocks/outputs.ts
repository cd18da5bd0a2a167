import type { PdfBlock } from '../pdf/pdf-block.ts'
import { blockquotePdf } from './blockquote/pdf.tsx'
import { footnotePdf } from './footnote/pdf.tsx'
import { hardBreakPdf } from './hard-break/pdf.tsx'
import { headingPdf } from './heading/pdf.tsx'
import { imagePdf } from './image/pdf.tsx'
import { indicatorTablePdf } from './indicator-table/pdf.tsx'
import { bulletListPdf, listItemPdf, orderedListPdf } from './list/pdf.tsx'
import { paragraphPdf } from './paragraph/pdf.tsx'
import type { BlockName } from './schemas.ts'
import { tablePartPdf, tablePdf } from './table/pdf.tsx'

export interface BlockOutput {
  pdf: PdfBlock
}

/** How every block is written into files. Node only. */
export const blockOutputs = {
  paragraph: { pdf: paragraphPdf },
  heading: { pdf: headingPdf },
  bulletList: { pdf: bulletListPdf },
  orderedList: { pdf: orderedListPdf },
  listItem: { pdf: listItemPdf },
  blockquote: { pdf: blockquotePdf },
  table: { pdf: tablePdf },
  tableRow: { pdf: tablePartPdf },
  tableHeader: { pdf: tablePartPdf },
  tableCell: { pdf: tablePartPdf },
  image: { pdf: imagePdf },
  footnote: { pdf: footnotePdf },
  hardBreak: { pdf: hardBreakPdf },
  indicatorTable: { pdf: indicatorTablePdf },
} satisfies Record<BlockName, BlockOutput>
