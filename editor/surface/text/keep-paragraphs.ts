import { Extension } from '@tiptap/core'
import { isChangeOrigin } from '@tiptap/extension-collaboration'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, type Transaction } from '@tiptap/pm/state'
import { dataBlocks } from '../../blocks/schemas.ts'

const HOLDERS = new Set(['doc', 'tableCell', 'tableHeader', 'listItem', 'blockquote', 'statusItem'])

/** Blocks after which nobody can go on writing unless a paragraph follows. */
const ENDS_HARD = new Set(['table', 'image', ...dataBlocks])

const isEmptyHolder = (node: Node): boolean => HOLDERS.has(node.type.name) && node.childCount === 0

/** Puts a paragraph into everything that has none to put the caret in, and after a last table or picture; null where nothing lacks one. */
export function fillHolders({ doc, schema, tr }: EditorState): Transaction | null {
  const paragraph = schema.nodes.paragraph
  if (!paragraph) return null
  const at: number[] = isEmptyHolder(doc) ? [0] : []
  doc.descendants((node, pos) => {
    if (isEmptyHolder(node)) at.push(pos + 1)
    return !node.isTextblock
  })
  if (ENDS_HARD.has(doc.lastChild?.type.name ?? '')) at.push(doc.content.size)
  for (const pos of at.reverse()) tr.insert(pos, paragraph.create())
  return at.length ? tr : null
}

/**
 * The schema does not ask for a paragraph in a cell, because what a schema enforces a merge can delete. So a person's
 * own step that leaves a place empty, a new table row or "select all, delete", brings one along. Never after a remote
 * change: each client would add its own.
 */
export const KeepParagraphs = Extension.create({
  name: 'keepParagraphs',
  addProseMirrorPlugins() {
    return [
      new Plugin({
        appendTransaction: (transactions, _before, after) =>
          transactions.some(transaction => transaction.docChanged) && !transactions.some(isChangeOrigin)
            ? fillHolders(after)
            : null,
      }),
    ]
  },
  onFocus() {
    const { state, view, isEditable } = this.editor
    const tr = isEditable ? fillHolders(state) : null
    if (tr) view.dispatch(tr.setMeta('addToHistory', false))
  },
})
