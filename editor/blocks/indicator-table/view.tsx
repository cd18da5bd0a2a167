'use client'

import { type ReactNodeViewProps, ReactNodeViewRenderer } from '@tiptap/react'
import { TableProperties } from 'lucide-react'
import type { DocumentNode } from '../../core/document-node.ts'
import type { BlockView, Form, SurfaceTools } from '../../surface/block-view.ts'
import { DataBlockView, useBlockFigures } from '../../surface/figures/data-block-view.tsx'
import { DataTableView } from '../../surface/figures/data-table-view.tsx'
import { IndicatorTableForm } from '../../surface/forms/indicator-table-form.tsx'
import { insertBlock, isOutsideTable } from '../../surface/insert-block.ts'
import { useSurface } from '../../surface/surface-context.ts'
import { indicatorTableModel } from './model.ts'
import { attributesOf, type IndicatorTableQuery, indicatorTableFigures, readQuery } from './query.ts'
import { sv } from './sv.ts'

const form = (
  title: string,
  tools: SurfaceTools,
  query: IndicatorTableQuery,
  onDone: (attrs: Record<string, unknown>) => void,
): Form => ({
  title,
  description: sv.form.description,
  size: 'lg',
  render: close => (
    <IndicatorTableForm
      api={tools.api}
      query={query}
      close={close}
      onDone={changed => onDone({ ...attributesOf(changed) })}
    />
  ),
})

function IndicatorTableView({ node, selected, editor, updateAttributes }: ReactNodeViewProps) {
  const { tools } = useSurface()
  const query = readQuery(node.toJSON() as DocumentNode)
  const { data, waiting } = useBlockFigures(indicatorTableFigures(query))
  const table = indicatorTableModel(query, data)
  return (
    <DataBlockView
      editor={editor}
      selected={selected}
      name={sv.view.name(table.caption)}
      lines={table}
      empty={table.empty}
      waiting={waiting}
      form={() => form(sv.form.editTitle, tools, query, updateAttributes)}
    >
      <DataTableView table={table} />
    </DataBlockView>
  )
}

export const indicatorTable: BlockView = {
  extend: node => node.extend({ addNodeView: () => ReactNodeViewRenderer(IndicatorTableView) }),
  insert: [
    {
      group: 'insert',
      label: sv.name,
      icon: TableProperties,
      shortcut: null,
      isActive: editor => editor.isActive('indicatorTable'),
      isEnabled: isOutsideTable,
      run: (editor, tools) => {
        const blank = readQuery({ type: 'indicatorTable', attrs: { year: tools.year } })
        tools.openForm(
          form(sv.form.insertTitle, tools, blank, attrs => insertBlock(editor, { type: 'indicatorTable', attrs })),
        )
      },
      menu: null,
    },
  ],
}
