import { Node } from '@tiptap/core'
import type { BlockSchema } from '../../core/block.ts'
import { captionAttribute, chosen, indicatorIdsAttribute, yearAttribute } from '../../core/data-block/attribute.ts'
import { moveQueryOn } from '../../core/data-block/query.ts'
import { stillTable } from '../../core/data-block/still-table.ts'
import { tableHtml } from '../../core/data-block/table-html.ts'
import { tableText } from '../../core/data-block/table-text.ts'
import type { DocumentNode } from '../../core/document-node.ts'
import type { FigureSet } from '../../core/figure.ts'
import { economyTableModel } from './model.ts'
import { economyTableFigures, readEconomyQuery } from './query.ts'

/** Budget, outcome and forecast of posts. The document holds only the query. */
const EconomyTable = Node.create({
  name: 'economyTable',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    indicatorIds: indicatorIdsAttribute,
    year: yearAttribute,
    caption: captionAttribute,
    part: chosen('part', 'data-part'),
    columns: chosen('columns', 'data-columns'),
    convention: chosen('convention', 'data-convention'),
    forecast: chosen('forecast', 'data-forecast'),
    display: chosen('display', 'data-display'),
  }),
  parseHTML() {
    return [{ tag: 'div[data-economy-table]' }]
  },
  renderHTML({ HTMLAttributes }) {
    return ['div', { 'data-economy-table': '', ...HTMLAttributes }]
  },
})

const model = (node: DocumentNode, data: FigureSet) => economyTableModel(readEconomyQuery(node), data)

export const economyTable: BlockSchema = {
  node: EconomyTable,
  html: (node, { data }) => tableHtml(model(node, data)),
  text: (node, { data }) => tableText(model(node, data)),
  figures: node => economyTableFigures(readEconomyQuery(node)),
  moveOn: (node, years) => moveQueryOn(node, years),
  still: (node, data) => stillTable(model(node, data)),
}
