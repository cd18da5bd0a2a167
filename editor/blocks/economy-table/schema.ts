import type { BlockSchema } from '../../core/block.ts'
import { dataBlockNode } from '../../core/data-block/data-block-node.ts'
import { moveQueryOn } from '../../core/data-block/query.ts'
import { stillTable } from '../../core/data-block/still-table.ts'
import { tableHtml } from '../../core/data-block/table-html.ts'
import { tableText } from '../../core/data-block/table-text.ts'
import type { DocumentNode } from '../../core/document-node.ts'
import type { FigureSet } from '../../core/figure.ts'
import { economyTableModel } from './model.ts'
import { economyTableFigures, readEconomyQuery } from './query.ts'

/** Budget, outcome and forecast of posts. The document holds only the query. */
const EconomyTable = dataBlockNode('economyTable', 'data-economy-table', [
  'columns',
  'convention',
  'forecast',
  'display',
])

const model = (node: DocumentNode, data: FigureSet) => economyTableModel(readEconomyQuery(node), data)

export const economyTable: BlockSchema = {
  node: EconomyTable,
  html: (node, { data }) => tableHtml(model(node, data)),
  text: (node, { data }) => tableText(model(node, data)),
  figures: node => economyTableFigures(readEconomyQuery(node)),
  moveOn: (node, years) => moveQueryOn(node, years),
  still: (node, data) => stillTable(model(node, data)),
  table: model,
}
