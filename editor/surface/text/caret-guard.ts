import { Extension } from '@tiptap/core'
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import { relativePositionToAbsolutePosition, yCursorPluginKey, ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { flushSelection } from '../collab/open-views.ts'

/** For the binding: a caret of somebody else is no reason to begin a new undo step, which it would without this. */
const SAME_STEP = { addToHistory: true }

/** What y-tiptap keeps of the selection while a change of somebody else is applied. */
interface Binding {
  doc: Y.Doc
  type: Y.XmlFragment
  mapping: Parameters<typeof relativePositionToAbsolutePosition>[3]
  beforeTransactionSelection: { type: string; anchor: Y.RelativePosition; head: Y.RelativePosition } | null
}

/** Null where the paragraph that the position is in has been deleted, or has gone elsewhere as a copy. */
function positionOf({ doc, type, mapping }: Binding, relative: Y.RelativePosition): number | null {
  let parent: Y.AbstractType<unknown> | null = Y.createAbsolutePositionFromRelativePosition(relative, doc)?.type ?? null
  if (parent === null || parent === type) return null
  while (parent !== type) {
    const item: Y.Item | null = parent?._item ?? null
    if (item === null || item.deleted) return null
    parent = item.parent as Y.AbstractType<unknown>
  }
  return relativePositionToAbsolutePosition(doc, type, relative, mapping)
}

/**
 * y-tiptap looks for the caret's paragraph by its text too, for blocks that were dragged, and takes another one that
 * says the same, such as the one that somebody else has just emptied. Where Yjs still has the paragraph, it is that one.
 */
function keepCaret(before: EditorState, transaction: Transaction): void {
  const binding: Binding | undefined = ySyncPluginKey.getState(before)?.binding
  const selection = binding?.beforeTransactionSelection
  if (!binding || selection?.type !== 'text') return
  const anchor = positionOf(binding, selection.anchor)
  const head = positionOf(binding, selection.head)
  const { doc } = transaction
  if (anchor === null || head === null || Math.max(anchor, head) > doc.content.size) return
  const [$anchor, $head] = [doc.resolve(anchor), doc.resolve(head)]
  if ($anchor.parent.inlineContent && $head.parent.inlineContent)
    transaction.setSelection(new TextSelection($anchor, $head))
}

/**
 * Somebody else's caret moves: the editor redraws and would put its own caret where it last knew it, away from a click
 * that the browser has not reported yet. So the click is read first. Somebody else's text leaves the caret where it is.
 */
export const CaretGuard = Extension.create({
  name: 'caretGuard',
  dispatchTransaction({ transaction, next }) {
    const { view } = this.editor
    if (transaction.docChanged) {
      if (transaction.getMeta(ySyncPluginKey)?.isChangeOrigin) keepCaret(view.state, transaction)
      return next(transaction)
    }
    const carets = transaction.getMeta(yCursorPluginKey)
    if (!carets) return next(transaction)
    const before = view.state
    flushSelection(view)
    // Made before the click was read, the transaction would bring the old selection back.
    const fresh = view.state === before ? transaction : view.state.tr.setMeta(yCursorPluginKey, carets)
    next(fresh.setMeta(ySyncPluginKey, SAME_STEP))
  },
})
