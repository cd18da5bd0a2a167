import type { PdfBlock } from '../../pdf/pdf-block.ts'
import { pdfCaption, pdfEmpty, pdfLines } from '../../pdf/table/data-table.tsx'
import { tablePdf } from '../table/pdf.tsx'
import { itemsOf } from './item.ts'
import { listSources } from './model.ts'
import { asTableNode, captionOf } from './output.ts'
import { sv } from './sv.ts'

export const statusListPdf: PdfBlock = (node, context) => {
  const { data } = context.report
  if (!itemsOf(node).length) return pdfEmpty(sv.emptyList, context)
  return [
    pdfCaption(captionOf(node), context),
    tablePdf(asTableNode(node, data), context),
    ...pdfLines({ notes: [], sources: listSources(node, data) }, context),
  ]
}

/** A goal outside a list, as a merge can leave it. */
export const statusItemPdf: PdfBlock = (node, context) =>
  statusListPdf({ type: 'statusList', content: [node] }, context)
