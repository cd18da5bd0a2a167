import { Node } from '@tiptap/core'
import type { BlockSchema } from '../../core/block.ts'
import { captionAttribute, chosen, indicatorIdsAttribute, yearAttribute } from '../../core/data-block/attribute.ts'
import { moveQueryOn } from '../../core/data-block/query.ts'
import type { DocumentNode } from '../../core/document-node.ts'
import type { FigureSet } from '../../core/figure.ts'
import { chartModel } from './model.ts'
import { chartHtml, chartText, stillChart } from './output.ts'
import { chartFigures, chartYearsBack, readChartQuery } from './query.ts'

/** A chart of live indicators. The document holds only the query. */
const ChartNode = Node.create({
  name: 'chart',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    indicatorIds: indicatorIdsAttribute,
    year: yearAttribute,
    caption: captionAttribute,
    part: chosen('part', 'data-part'),
    kind: chosen('kind', 'data-kind'),
    spread: chosen('spread', 'data-spread'),
    target: chosen('target', 'data-target'),
    display: chosen('display', 'data-display'),
  }),
  parseHTML() {
    return [{ tag: 'div[data-chart]' }]
  },
  renderHTML({ HTMLAttributes }) {
    return ['div', { 'data-chart': '', ...HTMLAttributes }]
  },
})

const model = (node: DocumentNode, data: FigureSet) => chartModel(readChartQuery(node), data)

export const chart: BlockSchema = {
  node: ChartNode,
  html: (node, { data }) => chartHtml(model(node, data)),
  text: (node, { data }) => chartText(model(node, data)),
  figures: node => chartFigures(readChartQuery(node)),
  moveOn: (node, years) => moveQueryOn(node, years, chartYearsBack(readChartQuery(node))),
  still: (node, data) => stillChart(model(node, data)),
}
