'use client'

import type { Editor, KeyboardShortcutCommand } from '@tiptap/core'
import { isChangeOrigin } from '@tiptap/extension-collaboration'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, TextSelection, type Transaction } from '@tiptap/pm/state'
import { Superscript } from 'lucide-react'
import type { BlockView } from '../../surface/block-view.ts'
import { sv } from './sv.ts'

const isFootnote = (node: Node | null | undefined): boolean => node?.type.name === 'footnote'

/** Puts a note after the selection, its placeholder selected: what is written next replaces it. */
function insert(editor: Editor): void {
  const { state, view } = editor
  const node = state.schema.nodes.footnote?.create(null, state.schema.text(sv.placeholder))
  if (!node) return
  const at = state.selection.to
  const tr = state.tr.insert(at, node)
  tr.setSelection(TextSelection.create(tr.doc, at + 1, at + node.nodeSize - 1)).scrollIntoView()
  view.dispatch(tr)
  view.focus()
}

/** The caret's next place, where the step goes into or out of a note; browsers see one place in the two. */
function step(state: EditorState, direction: 1 | -1): number | null {
  const { $head, empty } = state.selection
  if (!empty) return null
  const edge = direction > 0 ? $head.parent.content.size : 0
  if (isFootnote($head.parent)) {
    if ($head.parentOffset !== edge) return null
    return direction > 0 ? $head.after() : $head.before()
  }
  return isFootnote(direction > 0 ? $head.nodeAfter : $head.nodeBefore) ? $head.pos + direction : null
}

function move(editor: Editor, to: number | null): boolean {
  if (to === null) return false
  const { state, view } = editor
  view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, to)).scrollIntoView())
  return true
}

function leave(editor: Editor): boolean {
  const { $head } = editor.state.selection
  return move(editor, isFootnote($head.parent) ? $head.after() : null)
}

const keys: Record<string, KeyboardShortcutCommand> = {
  ArrowRight: ({ editor }) => move(editor, step(editor.state, 1)),
  ArrowLeft: ({ editor }) => move(editor, step(editor.state, -1)),
  Enter: ({ editor }) => leave(editor),
  Escape: ({ editor }) => leave(editor),
}

/** Beside or in a note, browsers guess wrong which side of its edge text belongs to, and drop a note they empty. */
function isAtNote({ $from, $to }: EditorState['selection']): boolean {
  return [$from, $to].some(side => isFootnote(side.parent) || isFootnote(side.nodeBefore) || isFootnote(side.nodeAfter))
}

const typing = new Plugin({
  props: {
    handleDOMEvents: {
      beforeinput: (view, event) => {
        if (event.inputType !== 'insertText' || !event.data || view.composing) return false
        if (!isAtNote(view.state.selection)) return false
        event.preventDefault()
        view.dispatch(view.state.tr.insertText(event.data).scrollIntoView())
        return true
      },
    },
  },
  /** A note that somebody here has emptied is gone. */
  appendTransaction: (transactions: readonly Transaction[], _before, { doc, tr }) => {
    if (!transactions.some(transaction => transaction.docChanged) || transactions.some(isChangeOrigin)) return null
    const empty: number[] = []
    doc.descendants((node, pos) => {
      if (isFootnote(node) && node.content.size === 0) empty.push(pos)
    })
    for (const pos of empty.reverse()) tr.delete(pos, pos + 2)
    return empty.length ? tr : null
  },
})

export const footnote: BlockView = {
  extend: node =>
    node.extend({
      addKeyboardShortcuts: () => keys,
      addProseMirrorPlugins: () => [typing],
    }),
  insert: [
    {
      group: 'insert',
      label: sv.label,
      icon: Superscript,
      shortcut: 'Mod-Alt-f',
      isActive: editor => editor.isActive('footnote'),
      isEnabled: editor => editor.isEditable && editor.state.selection.$to.parent.isTextblock,
      run: insert,
      menu: null,
    },
  ],
}
