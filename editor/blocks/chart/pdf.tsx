import { drawingWidth, pdfDrawing } from '../../pdf/drawing/pdf-drawing.tsx'
import type { PdfBlock } from '../../pdf/pdf-block.ts'
import { pdfEmpty, pdfLines } from '../../pdf/table/data-table.tsx'
import { textBlock } from '../../pdf/text/text-block.tsx'
import { typeset } from '../../pdf/text/typeset.ts'
import { color, KEEP, tableText } from '../../pdf/theme.ts'
import { drawChart } from './draw.ts'
import { chartModel } from './model.ts'
import { readChartQuery } from './query.ts'

export const chartPdf: PdfBlock = (node, context) => {
  const chart = chartModel(readChartQuery(node), context.report.data)
  if (chart.empty) return pdfEmpty(chart.empty, context)
  const caption = textBlock(
    'P',
    typeset(chart.caption),
    { ...context, size: tableText },
    { minPresenceAhead: KEEP, style: { fontWeight: 600, color: color.accent, marginTop: 6, marginBottom: 4 } },
  )
  return [
    ...(chart.caption ? [caption] : []),
    pdfDrawing(drawChart(chart, drawingWidth(context)), chart.description, context),
    ...pdfLines(chart.table, context),
  ]
}
