import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import type { DocumentNode } from '../core/document-node.ts'

const isEmptyParagraph = (node: Node): boolean => node.type.name === 'paragraph' && node.content.size === 0

/**
 * Puts a block after the one that the caret is in, or in its place where that is an empty paragraph, never inside a
 * list or a table.
 */
export function insertBlock(editor: Editor, block: DocumentNode): boolean {
  const { state } = editor
  const { $from } = state.selection
  const node = state.schema.nodeFromJSON(block)
  const top = $from.depth > 0 ? $from.node(1) : null
  const from = top ? (isEmptyParagraph(top) ? $from.before(1) : $from.after(1)) : state.doc.content.size
  const to = top && isEmptyParagraph(top) ? $from.after(1) : from
  const tr = state.tr.replaceWith(from, to, node)
  tr.setSelection(
    node.isAtom ? NodeSelection.create(tr.doc, from) : TextSelection.near(tr.doc.resolve(from + 1), 1),
  ).scrollIntoView()
  editor.view.dispatch(tr)
  editor.view.focus()
  return true
}

/** Blocks of their own do not go into tables. */
export const isOutsideTable = (editor: Editor): boolean => editor.isEditable && !editor.isActive('table')
