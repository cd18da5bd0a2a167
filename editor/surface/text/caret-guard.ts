import { Extension } from '@tiptap/core'
import { yCursorPluginKey } from '@tiptap/y-tiptap'
import { flushSelection } from '../collab/open-views.ts'

/**
 * Somebody else's caret moves: the editor redraws and would put its own caret where it last knew it, away from a click
 * that the browser has not reported yet. So the click is read first.
 */
export const CaretGuard = Extension.create({
  name: 'caretGuard',
  dispatchTransaction({ transaction, next }) {
    const carets = transaction.getMeta(yCursorPluginKey)
    if (!carets || transaction.docChanged) return next(transaction)
    const { view } = this.editor
    const before = view.state
    flushSelection(view)
    // Made before the click was read, the transaction would bring the old selection back.
    next(view.state === before ? transaction : view.state.tr.setMeta(yCursorPluginKey, carets))
  },
})
