'use client'

import type { Editor, KeyboardShortcutCommand } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import { NodeViewWrapper, type ReactNodeViewProps, ReactNodeViewRenderer } from '@tiptap/react'
import { Hash } from 'lucide-react'
import type { DocumentNode } from '../../core/document-node.ts'
import { refOfKey } from '../../core/figure.ts'
import type { BlockView, SurfaceTools } from '../../surface/block-view.ts'
import { useFigures } from '../../surface/figures/use-figures.ts'
import { useJustChanged } from '../../surface/figures/use-just-changed.ts'
import { BoundNumberForm } from '../../surface/forms/bound-number-form.tsx'
import { sv as passportWords } from '../../surface/passport/sv.ts'
import { useSurface } from '../../surface/surface-context.ts'
import { bindingFigures, bindingKey, boundText, type NumberBinding, readBinding, smallNumberLimit } from './model.ts'
import { sv } from './sv.ts'

const isSelected = ({ selection }: Editor['state']): boolean =>
  selection instanceof NodeSelection && selection.node.type.name === 'boundNumber'

interface FormAsked {
  /** Null for a new number. */
  binding: NumberBinding | null
  onDone: (binding: NumberBinding) => void
}

function openForm(tools: SurfaceTools, { binding, onDone }: FormAsked): void {
  tools.openForm({
    title: binding ? sv.form.editTitle : sv.form.insertTitle,
    description: sv.form.description,
    render: close => <BoundNumberForm tools={tools} binding={binding} close={close} onDone={onDone} />,
  })
}

function BoundNumberView({ node, selected, editor, updateAttributes }: ReactNodeViewProps) {
  const { tools, figures } = useSurface()
  const binding = readBinding(node.toJSON() as DocumentNode)
  const refs = bindingFigures(binding)
  const data = useFigures(refs)
  const { text, gap } = boundText(binding, data)
  // Asked for and not here yet is another thing than missing.
  const waiting = gap !== null && !figures.knows(refs)
  const changed = useJustChanged(waiting ? null : text)
  const limit = smallNumberLimit(binding, data)
  const warning = limit === null ? undefined : passportWords.smallNumber(limit)
  const key = bindingKey(binding)
  const edit = (): void => openForm(tools, { binding, onDone: made => updateAttributes({ ...made }) })
  return (
    <NodeViewWrapper
      as="span"
      className="bound-number"
      role="button"
      tabIndex={-1}
      aria-haspopup="dialog"
      data-figure={key}
      data-gap={(gap !== null && !waiting) || undefined}
      data-small={limit !== null || undefined}
      title={warning}
      aria-description={warning}
      data-changed={changed || undefined}
      data-selected={selected || undefined}
      onClick={(event: MouseEvent) => {
        event.stopPropagation()
        tools.showPassport(refOfKey(key), editor.isEditable ? edit : undefined)
      }}
    >
      {waiting ? '…' : text}
    </NodeViewWrapper>
  )
}

/** What Enter does on the number that is selected: the same as a click. */
function openSelected(editor: Editor): boolean {
  const { state, view } = editor
  if (!isSelected(state)) return false
  const shown = view.nodeDOM(state.selection.from)
  const number = shown instanceof HTMLElement ? shown.querySelector('[data-figure]') : null
  if (number instanceof HTMLElement) number.click()
  return true
}

const keys: Record<string, KeyboardShortcutCommand> = { Enter: ({ editor }) => openSelected(editor) }

export const boundNumber: BlockView = {
  extend: node =>
    node.extend({
      addNodeView: () => ReactNodeViewRenderer(BoundNumberView, { as: 'span' }),
      addKeyboardShortcuts: () => keys,
    }),
  insert: [
    {
      group: 'insert',
      label: sv.name,
      icon: Hash,
      shortcut: 'Mod-Alt-s',
      isActive: ({ state }) => isSelected(state),
      isEnabled: editor =>
        editor.isEditable && editor.state.selection.$to.parent.isTextblock && !editor.isActive('footnote'),
      run: (editor, tools) =>
        openForm(tools, {
          binding: null,
          onDone: made =>
            editor
              .chain()
              .focus()
              .insertContent({ type: 'boundNumber', attrs: { ...made } })
              .run(),
        }),
      menu: null,
    },
  ],
}
