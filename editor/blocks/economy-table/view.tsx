'use client'

import { type ReactNodeViewProps, ReactNodeViewRenderer } from '@tiptap/react'
import { Coins } from 'lucide-react'
import type { DocumentNode } from '../../core/document-node.ts'
import type { BlockView } from '../../surface/block-view.ts'
import { dataBlockForms } from '../../surface/figures/data-block-forms.tsx'
import { DataBlockView, useBlockFigures } from '../../surface/figures/data-block-view.tsx'
import { DataTableView } from '../../surface/figures/data-table-view.tsx'
import { EconomyTableForm } from '../../surface/forms/economy-table-form.tsx'
import { sv as formWords } from '../../surface/forms/sv.ts'
import { useSurface } from '../../surface/surface-context.ts'
import { economyTableModel } from './model.ts'
import { economyAttributes, economyTableFigures, readEconomyQuery } from './query.ts'
import { sv } from './sv.ts'

const forms = dataBlockForms({
  type: 'economyTable',
  label: sv.name,
  icon: Coins,
  insertTitle: sv.form.insertTitle,
  editTitle: sv.form.editTitle,
  description: formWords.description,
  read: readEconomyQuery,
  attributes: economyAttributes,
  FormFields: EconomyTableForm,
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
      form={() => forms.edit(tools, query, updateAttributes)}
    >
      <DataTableView table={table} />
    </DataBlockView>
  )
}

export const insertEconomyTable = forms.insert

export const economyTable: BlockView = {
  extend: node => node.extend({ addNodeView: () => ReactNodeViewRenderer(EconomyTableView) }),
  insert: null,
}
