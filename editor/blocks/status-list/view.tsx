'use client'

import type { Editor } from '@tiptap/core'
import { NodeViewContent, NodeViewWrapper, type ReactNodeViewProps, ReactNodeViewRenderer } from '@tiptap/react'
import { ArrowDown, ArrowUp, ListChecks, PenLine, Plus, Trash2 } from 'lucide-react'
import type { DocumentNode } from '../../core/document-node.ts'
import type { BlockView, SurfaceTools, ToolAction } from '../../surface/block-view.ts'
import { useBlockFigures } from '../../surface/figures/data-block-view.tsx'
import { FigureWords } from '../../surface/figures/data-table-view.tsx'
import { CaptionForm } from '../../surface/forms/caption-form.tsx'
import { StatusItemForm } from '../../surface/forms/status-item-form.tsx'
import { StatusListForm } from '../../surface/forms/status-list-form.tsx'
import { sv as formWords } from '../../surface/forms/sv.ts'
import { insertBlock, isOutsideTable } from '../../surface/insert-block.ts'
import { useSurface } from '../../surface/surface-context.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { itemFigures, itemsOf, readStatusItem, type StatusItem } from './item.ts'
import { listSources, type StatusModel, statusModel } from './model.ts'
import { moveItem } from './move-item.ts'
import { captionOf } from './output.ts'
import { sv } from './sv.ts'

/** A goal with a paragraph to write its analysis in. */
const itemNode = (item: StatusItem): DocumentNode => ({
  type: 'statusItem',
  attrs: { ...item },
  content: [{ type: 'paragraph' }],
})

const blankItem = (year: number): StatusItem => ({ goal: '', indicatorId: null, status: null, year, part: null })

function Facts({ facts }: Pick<StatusModel, 'facts'>) {
  if (!facts) return null
  const { before, result, target } = facts
  return (
    <p className="status-facts">
      {before}
      <FigureWords cell={result} />
      {target && (
        <>
          {', '}
          <FigureWords cell={{ ...target, text: sv.target(target.text) }} />
        </>
      )}
    </p>
  )
}

function StatusItemView({ node, editor, getPos, updateAttributes, deleteNode, selected }: ReactNodeViewProps) {
  const { tools } = useSurface()
  const item = readStatusItem(node.toJSON() as DocumentNode)
  const { data } = useBlockFigures(itemFigures(item))
  const { goal, sign, facts } = statusModel(item, data)
  const move = (step: 1 | -1): void => {
    const pos = getPos()
    const moved = pos === undefined ? null : moveItem(editor.state, pos, step)
    if (!moved) return
    editor.view.dispatch(moved.transaction.scrollIntoView())
    tools.speak(formWords.moved(goal, moved.place, moved.of))
  }
  const edit = (): void =>
    tools.openForm({
      title: sv.form.itemTitle,
      render: close => (
        <StatusItemForm
          api={tools.api}
          item={item}
          close={close}
          onDone={changed => updateAttributes({ ...changed })}
        />
      ),
    })
  return (
    <NodeViewWrapper className="status-item" data-selected={selected || undefined}>
      <div className="status-head" contentEditable={false}>
        <p className="status-goal">{goal}</p>
        <p className="status-sign">
          <span aria-hidden>{sign.symbol}</span> {sign.text}
        </p>
        <Facts facts={facts} />
        {editor.isEditable && (
          <div className="status-buttons">
            <IconButton
              size="sm"
              icon={<ArrowUp aria-hidden />}
              label={formWords.moveUp(goal)}
              onClick={() => move(-1)}
            />
            <IconButton
              size="sm"
              icon={<ArrowDown aria-hidden />}
              label={formWords.moveDown(goal)}
              onClick={() => move(1)}
            />
            <IconButton size="sm" icon={<PenLine aria-hidden />} label={sv.view.editItem(goal)} onClick={edit} />
            <IconButton
              size="sm"
              icon={<Trash2 aria-hidden />}
              label={sv.view.removeItem(goal)}
              onClick={() => {
                deleteNode()
                editor.view.focus()
              }}
            />
          </div>
        )}
      </div>
      <NodeViewContent />
    </NodeViewWrapper>
  )
}

/** Puts a goal last in the list that begins at `pos`, with the caret in its analysis. */
function addItem(editor: Editor, pos: number, item: StatusItem): void {
  const list = editor.state.doc.nodeAt(pos)
  if (list?.type.name !== 'statusList') return
  const end = pos + list.nodeSize - 1
  editor
    .chain()
    .insertContentAt(end, itemNode(item))
    .setTextSelection(end + 2)
    .focus()
    .run()
}

function StatusListView({ node, editor, getPos, updateAttributes, selected }: ReactNodeViewProps) {
  const { tools } = useSurface()
  const list = node.toJSON() as DocumentNode
  const { data } = useBlockFigures(itemsOf(list).flatMap(item => itemFigures(readStatusItem(item))))
  const caption = captionOf(list)
  const year = Number(node.attrs.year) || tools.year
  const editCaption = (): void =>
    tools.openForm({
      title: sv.form.captionTitle,
      render: close => (
        <CaptionForm caption={caption} close={close} onDone={text => updateAttributes({ caption: text })} />
      ),
    })
  const add = (): void =>
    tools.openForm({
      title: sv.form.addTitle,
      render: close => (
        <StatusItemForm
          api={tools.api}
          item={blankItem(year)}
          close={close}
          onDone={item => {
            const pos = getPos()
            if (pos !== undefined) addItem(editor, pos, item)
          }}
        />
      ),
    })
  return (
    <NodeViewWrapper className="status-list" data-selected={selected || undefined}>
      <div contentEditable={false} className="flex items-start justify-between gap-2">
        <p className="data-block-caption" data-drag-handle>
          {caption}
        </p>
        {editor.isEditable && (
          <div className="flex shrink-0 flex-wrap justify-end gap-1.5">
            <Button size="sm" icon={<Plus aria-hidden />} onClick={add}>
              {sv.view.add}
            </Button>
            <Button
              size="sm"
              icon={<PenLine aria-hidden />}
              aria-label={sv.view.editList(caption)}
              onClick={editCaption}
            >
              {sv.view.edit}
            </Button>
          </div>
        )}
      </div>
      <NodeViewContent />
      <div contentEditable={false}>
        {node.childCount === 0 && <p className="text-muted">{sv.emptyList}</p>}
        {listSources(list, data).map(line => (
          <p key={line} className="data-block-source">
            {line}
          </p>
        ))}
      </div>
    </NodeViewWrapper>
  )
}

const insertList = (editor: Editor, tools: SurfaceTools): void =>
  tools.openForm({
    title: sv.form.insertTitle,
    description: sv.form.insertDescription,
    render: close => (
      <StatusListForm
        caption={sv.form.usualCaption(tools.year)}
        close={close}
        onDone={({ caption, goals }) =>
          insertBlock(editor, {
            type: 'statusList',
            attrs: { caption, year: tools.year },
            content: goals.map(goal => itemNode({ ...blankItem(tools.year), goal })),
          })
        }
      />
    ),
  })

export const insertStatusList: ToolAction = {
  label: sv.name,
  icon: ListChecks,
  isEnabled: isOutsideTable,
  run: insertList,
}

export const statusList: BlockView = {
  extend: node => node.extend({ addNodeView: () => ReactNodeViewRenderer(StatusListView) }),
  insert: null,
}

export const statusItem: BlockView = {
  extend: node => node.extend({ addNodeView: () => ReactNodeViewRenderer(StatusItemView) }),
  insert: null,
}
