import { type RefObject, useEffect } from 'react'
import type { CommentStore } from './comment-store.ts'
import { CommentHighlights } from './highlight-comments.ts'

/** Threads on the words round a place of the page, the innermost first. */
function threadsAt(node: Node | null, frame: Element): string[] {
  const threads: string[] = []
  let element = node instanceof Element ? node : (node?.parentElement ?? null)
  for (; element && element !== frame; element = element.parentElement) {
    const thread = element.getAttribute('data-comment')
    if (thread) threads.push(thread)
  }
  return element ? threads : []
}

/**
 * Shows in the text what is commented on, and in the panel which thread the caret is in.
 * @param frame round the report's text
 */
export function useCommentsInText(frame: RefObject<HTMLElement | null>, comments: CommentStore): void {
  useEffect(() => {
    const highlights = new CommentHighlights()
    const show = (): void => {
      const state = comments.getSnapshot()
      highlights.show(state)
      // Until the threads are here, all places are shown that the server rendered.
      frame.current?.toggleAttribute('data-comments', state.threads !== null)
    }
    show()
    const stop = comments.subscribe(show)
    const follow = (): void => {
      const selection = document.getSelection()
      const text = frame.current
      const node = selection?.focusNode ?? null
      if (!text || !(node instanceof Element ? node : node?.parentElement)?.closest('.report-text')) return
      const { threads, active } = comments.getSnapshot()
      const open = threadsAt(node, text).find(id => threads?.some(one => one.id === id && one.resolved === null))
      if ((open ?? null) !== active) comments.show({ active: open ?? null })
    }
    document.addEventListener('selectionchange', follow)
    return () => {
      document.removeEventListener('selectionchange', follow)
      stop()
      highlights.leave()
    }
  }, [comments, frame])
}
