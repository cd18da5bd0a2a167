import type { BlockSchema } from '../../core/block.ts'
import { dataBlockNode } from '../../core/data-block/data-block-node.ts'
import { moveQueryOn } from '../../core/data-block/query.ts'
import { stillTable } from '../../core/data-block/still-table.ts'
import { tableHtml } from '../../core/data-block/table-html.ts'
import { tableText } from '../../core/data-block/table-text.ts'
import type { DocumentNode } from '../../core/document-node.ts'
import type { FigureSet } from '../../core/figure.ts'
import { indicatorTableModel } from './model.ts'
import { indicatorTableFigures, readQuery, yearsBack } from './query.ts'

/** A table bound to live indicators. The document holds only the query; the figures come from the resolver. */
const IndicatorTable = dataBlockNode('indicatorTable', 'data-indicator-table', [
  'columns',
  'spread',
  'genders',
  'grouped',
  'sums',
  'display',
])

const model = (node: DocumentNode, data: FigureSet) => indicatorTableModel(readQuery(node), data)

export const indicatorTable: BlockSchema = {
  node: IndicatorTable,
  html: (node, { data }) => tableHtml(model(node, data)),
  text: (node, { data }) => tableText(model(node, data)),
  figures: node => indicatorTableFigures(readQuery(node)),
  moveOn: (node, years) => moveQueryOn(node, years, yearsBack(readQuery(node))),
  still: (node, data) => stillTable(model(node, data)),
  table: model,
}
