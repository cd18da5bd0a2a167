'use client'

import { type ReactNodeViewProps, ReactNodeViewRenderer } from '@tiptap/react'
import { ChartNoAxesColumn } from 'lucide-react'
import type { DocumentNode } from '../../core/document-node.ts'
import type { BlockView } from '../../surface/block-view.ts'
import { dataBlockForms } from '../../surface/figures/data-block-forms.tsx'
import { DataBlockView, useBlockFigures } from '../../surface/figures/data-block-view.tsx'
import { DataTableView } from '../../surface/figures/data-table-view.tsx'
import { DrawingView } from '../../surface/figures/drawing-view.tsx'
import { ChartForm } from '../../surface/forms/chart-form.tsx'
import { sv as formWords } from '../../surface/forms/sv.ts'
import { useSurface } from '../../surface/surface-context.ts'
import { drawChart, NARROW, WIDE } from './draw.ts'
import { type Chart, chartModel } from './model.ts'
import { chartAttributes, chartFigures, readChartQuery } from './query.ts'
import { sv } from './sv.ts'

const forms = dataBlockForms({
  type: 'chart',
  label: sv.name,
  icon: ChartNoAxesColumn,
  insertTitle: sv.form.insertTitle,
  editTitle: sv.form.editTitle,
  description: formWords.description,
  read: readChartQuery,
  attributes: chartAttributes,
  FormFields: ChartForm,
})

function Contents({ chart }: { chart: Chart }) {
  return (
    <>
      <p className="data-block-caption" data-drag-handle>
        {chart.caption}
      </p>
      <DrawingView drawing={drawChart(chart, WIDE)} label={chart.description} className="chart-wide" />
      <DrawingView drawing={drawChart(chart, NARROW)} label={chart.description} className="chart-narrow" />
      <details>
        <summary>{sv.asTable}</summary>
        <DataTableView table={chart.table} />
      </details>
    </>
  )
}

function ChartView({ node, selected, editor, updateAttributes }: ReactNodeViewProps) {
  const { tools } = useSurface()
  const query = readChartQuery(node.toJSON() as DocumentNode)
  const { data, waiting } = useBlockFigures(chartFigures(query))
  const chart = chartModel(query, data)
  return (
    <DataBlockView
      editor={editor}
      selected={selected}
      name={sv.viewName(chart.caption)}
      lines={chart.table}
      empty={chart.empty}
      waiting={waiting}
      form={() => forms.edit(tools, query, updateAttributes)}
      className="chart"
    >
      <Contents chart={chart} />
    </DataBlockView>
  )
}

export const insertChart = forms.insert

export const chart: BlockView = {
  extend: node => node.extend({ addNodeView: () => ReactNodeViewRenderer(ChartView) }),
  insert: null,
}
