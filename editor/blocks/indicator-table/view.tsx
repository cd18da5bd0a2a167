'use client'

import { type ReactNodeViewProps, ReactNodeViewRenderer } from '@tiptap/react'
import { TableProperties } from 'lucide-react'
import type { DocumentNode } from '../../core/document-node.ts'
import type { BlockView } from '../../surface/block-view.ts'
import { dataBlockForms } from '../../surface/figures/data-block-forms.tsx'
import { DataBlockView, useBlockFigures } from '../../surface/figures/data-block-view.tsx'
import { DataTableView } from '../../surface/figures/data-table-view.tsx'
import { IndicatorTableForm } from '../../surface/forms/indicator-table-form.tsx'
import { useSurface } from '../../surface/surface-context.ts'
import { indicatorTableModel } from './model.ts'
import { attributesOf, indicatorTableFigures, readQuery } from './query.ts'
import { sv } from './sv.ts'

const forms = dataBlockForms({
  type: 'indicatorTable',
  label: sv.name,
  icon: TableProperties,
  insertTitle: sv.form.insertTitle,
  editTitle: sv.form.editTitle,
  description: sv.form.description,
  read: readQuery,
  attributes: attributesOf,
  FormFields: IndicatorTableForm,
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
      form={() => forms.edit(tools, query, updateAttributes)}
    >
      <DataTableView table={table} />
    </DataBlockView>
  )
}

export const indicatorTable: BlockView = {
  extend: node => node.extend({ addNodeView: () => ReactNodeViewRenderer(IndicatorTableView) }),
  insert: [
    {
      ...forms.insert,
      group: 'insert',
      shortcut: null,
      isActive: editor => editor.isActive('indicatorTable'),
      menu: null,
    },
  ],
}
