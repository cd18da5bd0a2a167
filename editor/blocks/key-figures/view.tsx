'use client'

import { type ReactNodeViewProps, ReactNodeViewRenderer } from '@tiptap/react'
import { Gauge } from 'lucide-react'
import type { DocumentNode } from '../../core/document-node.ts'
import type { BlockView } from '../../surface/block-view.ts'
import { dataBlockForms } from '../../surface/figures/data-block-forms.tsx'
import { DataBlockView, useBlockFigures } from '../../surface/figures/data-block-view.tsx'
import { FigureWords } from '../../surface/figures/data-table-view.tsx'
import { KeyFiguresForm } from '../../surface/forms/key-figures-form.tsx'
import { useSurface } from '../../surface/surface-context.ts'
import { type KeyFigure, keyFiguresModel, valueWords } from './model.ts'
import { keyFiguresAttributes, keyFiguresRefs, readKeyFiguresQuery } from './query.ts'
import { sv } from './sv.ts'

const forms = dataBlockForms({
  type: 'keyFigures',
  label: sv.name,
  icon: Gauge,
  insertTitle: sv.form.insertTitle,
  editTitle: sv.form.editTitle,
  description: sv.form.description,
  read: readKeyFiguresQuery,
  attributes: keyFiguresAttributes,
  FormFields: KeyFiguresForm,
})

function FigureView({ figure }: { figure: KeyFigure }) {
  const { label, value, change, target } = figure
  return (
    <div>
      <dt>{label}</dt>
      <dd className="key-value">
        <FigureWords cell={{ ...value, text: valueWords(figure) }} />
      </dd>
      {change && <dd>{change}</dd>}
      {target && <dd>{target}</dd>}
    </div>
  )
}

function KeyFiguresView({ node, selected, editor, updateAttributes }: ReactNodeViewProps) {
  const { tools } = useSurface()
  const query = readKeyFiguresQuery(node.toJSON() as DocumentNode)
  const { data, waiting } = useBlockFigures(keyFiguresRefs(query))
  const model = keyFiguresModel(query, data)
  return (
    <DataBlockView
      editor={editor}
      selected={selected}
      name={sv.viewName(model.caption)}
      lines={model}
      empty={model.empty}
      waiting={waiting}
      form={() => forms.edit(tools, query, updateAttributes)}
      className="key-figures"
    >
      <p className="data-block-caption" data-drag-handle>
        {model.caption}
      </p>
      <dl>
        {model.figures.map(figure => (
          <FigureView key={figure.id} figure={figure} />
        ))}
      </dl>
    </DataBlockView>
  )
}

export const insertKeyFigures = forms.insert

export const keyFigures: BlockView = {
  extend: node => node.extend({ addNodeView: () => ReactNodeViewRenderer(KeyFiguresView) }),
  insert: null,
}
