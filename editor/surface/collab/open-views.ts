import type { EditorView } from '@tiptap/pm/view'

/** ProseMirror keeps its DOM observer to itself; nothing public reads the selection at once. */
interface ObservedView {
  domObserver: { flush(): void }
}

/**
 * The editors on the page, for one purpose: a click that the browser has done but not yet reported
 * (`selectionchange` is queued) is overwritten by a remote change that is applied first, and the caret jumps to the
 * start of the document (y-prosemirror#146). So {@link OpenViews.flush} runs before each message is applied.
 *
 * It runs before, not inside, the Y transaction: text that a flush finds inside a remote transaction would get its
 * origin and never be sent.
 */
export class OpenViews {
  #views = new Set<EditorView>()

  /** @returns a function that takes the view away again */
  add(view: EditorView): () => void {
    this.#views.add(view)
    return () => this.#views.delete(view)
  }

  flush(): void {
    for (const view of this.#views) flushSelection(view)
  }
}

/** Reads the caret from the page into the editor, where the editor has the focus. */
export function flushSelection(view: EditorView): void {
  if (view.isDestroyed || view.composing || !view.hasFocus()) return
  ;(view as unknown as ObservedView).domObserver.flush()
}
