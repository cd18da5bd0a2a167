import { Node } from '@tiptap/core'
import type { BlockSchema } from '../../core/block.ts'
import { captionAttribute, chosen, indicatorIdsAttribute, yearAttribute } from '../../core/data-block/attribute.ts'
import { moveQueryOn } from '../../core/data-block/query.ts'
import { stillTable } from '../../core/data-block/still-table.ts'
import { tableHtml } from '../../core/data-block/table-html.ts'
import { tableText } from '../../core/data-block/table-text.ts'
import type { DocumentNode } from '../../core/document-node.ts'
import type { FigureSet } from '../../core/figure.ts'
import { indicatorTableModel } from './model.ts'
import { indicatorTableFigures, readQuery, yearsBack } from './query.ts'

/** A table bound to live indicators. The document holds only the query; the figures come from the resolver. */
const IndicatorTable = Node.create({
  name: 'indicatorTable',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    indicatorIds: indicatorIdsAttribute,
    // The report's year: results and targets of this year, compared with the year before.
    year: yearAttribute,
    caption: captionAttribute,
    part: chosen('part', 'data-part'),
    columns: chosen('columns', 'data-columns'),
    spread: chosen('spread', 'data-spread'),
    genders: chosen('genders', 'data-genders'),
    grouped: chosen('grouped', 'data-grouped'),
    sums: chosen('sums', 'data-sums'),
    display: chosen('display', 'data-display'),
  }),
  parseHTML() {
    return [{ tag: 'div[data-indicator-table]' }]
  },
  renderHTML({ HTMLAttributes }) {
    return ['div', { 'data-indicator-table': '', ...HTMLAttributes }]
  },
})

const model = (node: DocumentNode, data: FigureSet) => indicatorTableModel(readQuery(node), data)

export const indicatorTable: BlockSchema = {
  node: IndicatorTable,
  html: (node, { data }) => tableHtml(model(node, data)),
  text: (node, { data }) => tableText(model(node, data)),
  figures: node => indicatorTableFigures(readQuery(node)),
  moveOn: (node, years) => moveQueryOn(node, years, yearsBack(readQuery(node))),
  still: (node, data) => stillTable(model(node, data)),
}
