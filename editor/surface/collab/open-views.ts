import type { EditorView } from '@tiptap/pm/view'

/** ProseMirror keeps its DOM observer to itself; nothing public reads the selection at once. */
interface ObservedView {
  domObserver: { flush(): void }
}

/**
 * Events that an editor answers from the selection that it knows. Chromium takes input before anything else that waits:
 * on a busy page the next key comes before `selectionchange` of the one before it, and words were cut, or a paragraph
 * split, where the caret had been.
 */
const INPUTS = ['keydown', 'compositionstart', 'cut', 'copy', 'paste', 'pointerdown'] as const

/**
 * The editors on the page. A click that the browser has done but not yet reported
 * (`selectionchange` is queued) is overwritten by a remote change that is applied first, and the caret jumps to the
 * start of the document (y-prosemirror#146). So {@link OpenViews.flush} runs before each message is applied, and before
 * each input.
 *
 * It runs before, not inside, the Y transaction: text that a flush finds inside a remote transaction would get its
 * origin and never be sent.
 */
export class OpenViews {
  #views = new Map<string, EditorView>()
  #awaited: { sectionId: string; then: (view: EditorView) => void } | null = null

  /** @returns a function that takes the view away again */
  add(sectionId: string, view: EditorView): () => void {
    if (this.#views.size === 0) for (const input of INPUTS) document.addEventListener(input, this.#onInput, true)
    this.#views.set(sectionId, view)
    if (this.#awaited?.sectionId === sectionId) {
      const { then } = this.#awaited
      this.#awaited = null
      then(view)
    }
    return () => {
      if (this.#views.get(sectionId) === view) this.#views.delete(sectionId)
      if (this.#views.size === 0) for (const input of INPUTS) document.removeEventListener(input, this.#onInput, true)
    }
  }

  of(sectionId: string): EditorView | null {
    return this.#views.get(sectionId) ?? null
  }

  /** The editor from which something is being dragged, and its section. */
  dragging(): [string, EditorView] | null {
    return [...this.#views].find(([, view]) => view.dragging !== null) ?? null
  }

  /** Calls once the section has an editor: now, or when one comes. Only who asked last is called. */
  await(sectionId: string, then: (view: EditorView) => void): void {
    const view = this.of(sectionId)
    this.#awaited = view ? null : { sectionId, then }
    if (view) then(view)
  }

  flush(): void {
    for (const view of this.#views.values()) flushSelection(view)
  }

  readonly #onInput = (): void => this.flush()
}

/** Reads the caret from the page into the editor, where the editor has the focus. */
export function flushSelection(view: EditorView): void {
  if (view.isDestroyed || view.composing || !view.hasFocus()) return
  ;(view as unknown as ObservedView).domObserver.flush()
}
