import { Extension } from '@tiptap/core'
import { yCursorPluginKey, ySyncPluginKey } from '@tiptap/y-tiptap'
import { flushSelection } from '../collab/open-views.ts'

/** For the binding: a caret of somebody else is no reason to begin a new undo step, which it would without this. */
const SAME_STEP = { addToHistory: true }

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
    const fresh = view.state === before ? transaction : view.state.tr.setMeta(yCursorPluginKey, carets)
    next(fresh.setMeta(ySyncPluginKey, SAME_STEP))
  },
})
