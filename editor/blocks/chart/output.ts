import { stillTable } from '../../core/data-block/still-table.ts'
import { emptyHtml, linesHtml, tableElementHtml } from '../../core/data-block/table-html.ts'
import type { DocumentNode } from '../../core/document-node.ts'
import { drawingHtml } from '../../core/drawing/drawing-html.ts'
import { escapeHtml } from '../../core/escape-html.ts'
import { drawChart, NARROW, WIDE } from './draw.ts'
import type { Chart } from './model.ts'
import { sv as viewWords } from './sv.ts'

/** Drawn for a page and for a phone: the style sheet shows the one that has room, in letters of the same size. */
export function chartHtml(chart: Chart): string {
  const { caption, description, table, empty } = chart
  if (empty) return emptyHtml(empty)
  const drawings = [
    drawingHtml(drawChart(chart, WIDE), description, 'chart-wide'),
    drawingHtml(drawChart(chart, NARROW), description, 'chart-narrow'),
  ].join('')
  const asTable = `<details><summary>${escapeHtml(viewWords.asTable)}</summary>${tableElementHtml(table)}</details>`
  const lines = linesHtml(table)
  return `<figure class="data-block chart"><p class="data-block-caption">${escapeHtml(caption)}</p>${drawings}${asTable}${lines}</figure>`
}

/** The chart as lines: each value with what it is of. */
export function chartText({ caption, series, table, empty }: Chart): string {
  if (empty) return ''
  const values = series.flatMap(({ name, points }) =>
    points.map(({ label, cell }) => [name, label, cell.text].join('\t')),
  )
  return [caption, ...values, ...table.notes, ...table.sources].join('\n')
}

/** Another report shows its figures as a table: a drawing would have to be kept as a picture of nothing live. */
export const stillChart = ({ table, empty }: Chart): DocumentNode[] => stillTable({ ...table, empty })
