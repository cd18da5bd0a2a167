'use client'

import { type ReactNodeViewProps, ReactNodeViewRenderer } from '@tiptap/react'
import { Coins } from 'lucide-react'
import type { DocumentNode } from '../../core/document-node.ts'
import type { BlockView, Form, SurfaceTools, ToolAction } from '../../surface/block-view.ts'
import { DataBlockView, useBlockFigures } from '../../surface/figures/data-block-view.tsx'
import { DataTableView } from '../../surface/figures/data-table-view.tsx'
import { EconomyTableForm } from '../../surface/forms/economy-table-form.tsx'
import { sv as formWords } from '../../surface/forms/sv.ts'
import { insertBlock, isOutsideTable } from '../../surface/insert-block.ts'
import { useSurface } from '../../surface/surface-context.ts'
import { economyTableModel } from './model.ts'
import { type EconomyTableQuery, economyAttributes, economyTableFigures, readEconomyQuery } from './query.ts'
import { sv } from './sv.ts'

const form = (
  title: string,
  tools: SurfaceTools,
  query: EconomyTableQuery,
  onDone: (attrs: Record<string, unknown>) => void,
): Form => ({
  title,
  description: formWords.description,
  size: 'lg',
  render: close => (
    <EconomyTableForm
      api={tools.api}
      query={query}
      close={close}
      onDone={changed => onDone({ ...economyAttributes(changed) })}
    />
  ),
})

function EconomyTableView({ node, selected, editor, updateAttributes }: ReactNodeViewProps) {
  const { tools } = useSurface()
  const query = readEconomyQuery(node.toJSON() as DocumentNode)
  const { data, waiting } = useBlockFigures(economyTableFigures(query))
  const table = economyTableModel(query, data)
  return (
    <DataBlockView
      editor={editor}
      selected={selected}
      name={sv.viewName(table.caption)}
      lines={table}
      empty={table.empty}
      waiting={waiting}
      form={() => form(sv.form.editTitle, tools, query, updateAttributes)}
    >
      <DataTableView table={table} />
    </DataBlockView>
  )
}

export const insertEconomyTable: ToolAction = {
  label: sv.name,
  icon: Coins,
  isEnabled: isOutsideTable,
  run: (editor, tools) => {
    const blank = readEconomyQuery({ type: 'economyTable', attrs: { year: tools.year } })
    tools.openForm(
      form(sv.form.insertTitle, tools, blank, attrs => insertBlock(editor, { type: 'economyTable', attrs })),
    )
  },
}

export const economyTable: BlockView = {
  extend: node => node.extend({ addNodeView: () => ReactNodeViewRenderer(EconomyTableView) }),
  insert: null,
}
