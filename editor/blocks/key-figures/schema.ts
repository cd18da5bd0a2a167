import type { BlockSchema } from '../../core/block.ts'
import { dataBlockNode } from '../../core/data-block/data-block-node.ts'
import { moveQueryOn } from '../../core/data-block/query.ts'
import { stillTable } from '../../core/data-block/still-table.ts'
import type { DocumentNode } from '../../core/document-node.ts'
import type { FigureSet } from '../../core/figure.ts'
import { asTable, keyFiguresModel } from './model.ts'
import { keyFiguresHtml, keyFiguresText } from './output.ts'
import { keyFiguresRefs, readKeyFiguresQuery } from './query.ts'

/** Up to four large numbers for the first page. The document holds only the query. */
const KeyFiguresNode = dataBlockNode('keyFigures', 'data-key-figures', ['target', 'display'])

const model = (node: DocumentNode, data: FigureSet) => keyFiguresModel(readKeyFiguresQuery(node), data)

export const keyFigures: BlockSchema = {
  node: KeyFiguresNode,
  html: (node, { data }) => keyFiguresHtml(model(node, data)),
  text: (node, { data }) => keyFiguresText(model(node, data)),
  figures: node => keyFiguresRefs(readKeyFiguresQuery(node)),
  moveOn: (node, years) => moveQueryOn(node, years),
  still: (node, data) => stillTable(asTable(model(node, data))),
  table: (node, data) => asTable(model(node, data)),
}
