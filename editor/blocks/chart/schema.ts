import type { BlockSchema } from '../../core/block.ts'
import { dataBlockNode } from '../../core/data-block/data-block-node.ts'
import { moveQueryOn } from '../../core/data-block/query.ts'
import type { DocumentNode } from '../../core/document-node.ts'
import type { FigureSet } from '../../core/figure.ts'
import { chartModel } from './model.ts'
import { chartHtml, chartText, stillChart } from './output.ts'
import { chartFigures, chartYearsBack, readChartQuery } from './query.ts'

/** A chart of live indicators. The document holds only the query. */
const ChartNode = dataBlockNode('chart', 'data-chart', ['kind', 'spread', 'target', 'display'])

const model = (node: DocumentNode, data: FigureSet) => chartModel(readChartQuery(node), data)

export const chart: BlockSchema = {
  node: ChartNode,
  html: (node, { data }) => chartHtml(model(node, data)),
  text: (node, { data }) => chartText(model(node, data)),
  figures: node => chartFigures(readChartQuery(node)),
  moveOn: (node, years) => moveQueryOn(node, years, chartYearsBack(readChartQuery(node))),
  still: (node, data) => stillChart(model(node, data)),
  table: (node, data) => {
    const { table, caption } = model(node, data)
    return { ...table, caption }
  },
}
