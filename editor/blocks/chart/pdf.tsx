import { drawingWidth, pdfDrawing } from '../../pdf/drawing/pdf-drawing.tsx'
import type { PdfBlock } from '../../pdf/pdf-block.ts'
import { pdfCaption, pdfEmpty, pdfLines } from '../../pdf/table/data-table.tsx'
import { drawChart } from './draw.ts'
import { chartModel } from './model.ts'
import { readChartQuery } from './query.ts'

export const chartPdf: PdfBlock = (node, context) => {
  const chart = chartModel(readChartQuery(node), context.report.data)
  if (chart.empty) return pdfEmpty(chart.empty, context)
  return [
    pdfCaption(chart.caption, context),
    pdfDrawing(drawChart(chart, drawingWidth(context)), chart.description, context),
    ...pdfLines(chart.table, context),
  ]
}
