'use client'

import { NodeViewWrapper, type ReactNodeViewProps, ReactNodeViewRenderer } from '@tiptap/react'
import { ChartNoAxesColumn, PenLine } from 'lucide-react'
import { Fragment } from 'react'
import type { DocumentNode } from '../../core/document-node.ts'
import type { BlockView } from '../../surface/block-view.ts'
import { useChangedCells } from '../../surface/figures/changed-cells.ts'
import { useFigures } from '../../surface/figures/use-figures.ts'
import { IndicatorTableForm } from '../../surface/forms/indicator-table-form.tsx'
import { insertBlock, isOutsideTable } from '../../surface/insert-block.ts'
import { useSurface } from '../../surface/surface-context.ts'
import { Button } from '../../ui/button.tsx'
import { type Cell, type IndicatorTableModel, indicatorTableFigures, indicatorTableModel, readQuery } from './model.ts'
import { sv } from './sv.ts'

function CellView({ cell, changed }: { cell: Cell; changed: boolean }) {
  return (
    <td data-changed={changed || undefined}>
      {cell.label ? (
        <>
          <span aria-hidden>{cell.text}</span>
          <span className="sr-only">{cell.label}</span>
        </>
      ) : (
        cell.text
      )}
    </td>
  )
}

function TableView({ model, changed }: { model: IndicatorTableModel; changed: Set<string> }) {
  return (
    <table>
      <caption data-drag-handle>{model.caption}</caption>
      <thead>
        <tr>
          {model.columns.map(column => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      {model.groups.map(({ area, rows }) => (
        <tbody key={rows[0]?.id}>
          {area && (
            <tr>
              <th scope="rowgroup" colSpan={model.columns.length}>
                {area}
              </th>
            </tr>
          )}
          {rows.map(row => (
            <tr key={row.id}>
              <th scope="row">{row.heading}</th>
              {row.cells.map((cell, column) => (
                <Fragment key={model.columns[column + 1]}>
                  <CellView cell={cell} changed={changed.has(`${row.id}:${column}`)} />
                </Fragment>
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}

interface ContentsProps {
  model: IndicatorTableModel
  changed: Set<string>
  waiting: boolean
}

function Contents({ model, changed, waiting }: ContentsProps) {
  if (model.empty) return <p>{model.empty}</p>
  if (waiting) return <p className="text-muted">{sv.view.waiting}</p>
  return (
    <>
      <TableView model={model} changed={changed} />
      {model.sources.map(line => (
        <p key={line} className="data-block-source">
          {line}
        </p>
      ))}
    </>
  )
}

function IndicatorTableView({ node, selected, editor, updateAttributes }: ReactNodeViewProps) {
  const { tools, figures } = useSurface()
  const query = readQuery(node.toJSON() as DocumentNode)
  const refs = indicatorTableFigures(query)
  const data = useFigures(refs)
  const model = indicatorTableModel(query, data)
  // Asked for and not here yet is another thing than gone.
  const waiting = query.indicatorIds.some(id => !data.indicators[id]) && !figures.knows(refs)
  const changed = useChangedCells(model)
  const edit = (): void =>
    tools.openForm({
      title: sv.form.editTitle,
      description: sv.form.description,
      render: close => (
        <IndicatorTableForm api={tools.api} query={query} close={close} onDone={attrs => updateAttributes(attrs)} />
      ),
    })
  return (
    <NodeViewWrapper
      as="figure"
      contentEditable={false}
      className={model.empty ? 'data-block-empty relative' : 'data-block relative'}
      data-selected={selected || undefined}
    >
      {editor.isEditable && (
        <Button
          size="sm"
          icon={<PenLine aria-hidden />}
          aria-label={sv.view.editLabel(model.caption)}
          onClick={edit}
          className="!absolute top-1.5 right-1.5 max-sm:top-0 max-sm:right-0 max-sm:!min-h-6 max-sm:!py-0"
        >
          {sv.view.edit}
        </Button>
      )}
      <Contents model={model} changed={changed} waiting={waiting} />
    </NodeViewWrapper>
  )
}

export const indicatorTable: BlockView = {
  extend: node => node.extend({ addNodeView: () => ReactNodeViewRenderer(IndicatorTableView) }),
  insert: [
    {
      group: 'insert',
      label: sv.name,
      icon: ChartNoAxesColumn,
      shortcut: null,
      isActive: editor => editor.isActive('indicatorTable'),
      isEnabled: isOutsideTable,
      run: (editor, tools) =>
        tools.openForm({
          title: sv.form.insertTitle,
          description: sv.form.description,
          render: close => (
            <IndicatorTableForm
              api={tools.api}
              query={{ indicatorIds: [], year: tools.year, caption: '' }}
              close={close}
              onDone={attrs => insertBlock(editor, { type: 'indicatorTable', attrs: { ...attrs } })}
            />
          ),
        }),
      menu: null,
    },
  ],
}
