'use client'

import { NodeViewWrapper, type ReactNodeViewProps, ReactNodeViewRenderer } from '@tiptap/react'
import { ChartNoAxesColumn, PenLine } from 'lucide-react'
import { Fragment, useEffect, useRef, useState } from 'react'
import type { DocumentNode } from '../../core/document-node.ts'
import type { BlockView } from '../../surface/block-view.ts'
import { changedCells } from '../../surface/figures/changed-cells.ts'
import { useFigures } from '../../surface/figures/use-figures.ts'
import { IndicatorTableForm } from '../../surface/forms/indicator-table-form.tsx'
import { insertBlock, isOutsideTable } from '../../surface/insert-block.ts'
import { useSurface } from '../../surface/surface-context.ts'
import { Button } from '../../surface/ui/button.tsx'
import { type Cell, type IndicatorTableModel, indicatorTableFigures, indicatorTableModel, readQuery } from './model.ts'
import { sv } from './sv.ts'

const HIGHLIGHT_MS = 4000

/** Cells whose value has just changed under the reader's eyes. */
function useChangedCells(model: IndicatorTableModel): Set<string> {
  const last = useRef(model)
  const [changed, setChanged] = useState<Set<string>>(new Set())
  const text = JSON.stringify(model.groups)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text says what the model is
  useEffect(() => {
    const cells = changedCells(last.current, model)
    last.current = model
    if (!cells.size) return
    setChanged(cells)
    const timer = setTimeout(() => setChanged(new Set()), HIGHLIGHT_MS)
    return () => clearTimeout(timer)
  }, [text])
  return changed
}

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
      <caption>{model.caption}</caption>
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

function IndicatorTableView({ node, selected, editor, updateAttributes }: ReactNodeViewProps) {
  const { tools } = useSurface()
  const query = readQuery(node.toJSON() as DocumentNode)
  const model = indicatorTableModel(query, useFigures(indicatorTableFigures(query)))
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
          className="!absolute top-1.5 right-1.5"
        >
          {sv.view.edit}
        </Button>
      )}
      {model.empty ? <p>{model.empty}</p> : <TableView model={model} changed={changed} />}
      {!model.empty &&
        model.sources.map(line => (
          <p key={line} className="data-block-source">
            {line}
          </p>
        ))}
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
