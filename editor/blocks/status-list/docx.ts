import type { DocumentNode } from '../../core/document-node.ts'
import { docxCaption, docxLines } from '../../docx/data-table.ts'
import type { DocxBlock, DocxContext } from '../../docx/docx-block.ts'
import { itemsOf } from './item.ts'
import { listSources } from './model.ts'
import { asTableNode, captionOf } from './output.ts'
import { sv } from './sv.ts'

function render(node: DocumentNode, context: DocxContext) {
  const { data } = context.report
  if (!itemsOf(node).length) return docxLines([sv.emptyList], context)
  return [
    ...docxCaption(captionOf(node), context),
    ...context.blocks([asTableNode(node, data)], context),
    ...docxLines(listSources(node, data), context),
  ]
}

export const statusListDocx: DocxBlock = { kind: 'block', render }

/** A goal outside a list, as a merge can leave it. */
export const statusItemDocx: DocxBlock = {
  kind: 'block',
  render: (node, context) => render({ type: 'statusList', content: [node] }, context),
}
