import { TextSelection } from '@tiptap/pm/state'
import type { CommentThread } from '../../core/comment-thread.ts'
import type { Surface } from '../surface-context.ts'
import { headingId, sectionElementId } from '../text/places.ts'

const wordsOnPage = ({ id, sectionId }: CommentThread): HTMLElement | null =>
  document
    .getElementById(sectionElementId(sectionId))
    ?.querySelector(`.report-text [data-comment="${CSS.escape(id)}"]`) ?? null

/** Brings the words of a thread, or the section that they were in, before the eyes. */
export function showWords(thread: CommentThread): void {
  const place = wordsOnPage(thread) ?? document.getElementById(headingId(thread.sectionId))
  place?.scrollIntoView({ block: 'center' })
}

/** Puts the caret at the words, or the focus on the section's heading where they have no editor. */
export function goToWords({ connection }: Pick<Surface, 'connection'>, thread: CommentThread): void {
  showWords(thread)
  const words = wordsOnPage(thread)
  const view = connection.getSnapshot().room?.views.of(thread.sectionId)
  if (!words || !view?.dom.contains(words)) {
    document.getElementById(headingId(thread.sectionId))?.focus({ preventScroll: true })
    return
  }
  const { doc, tr } = view.state
  // In the first word, not before it, where the caret would be in what stands before.
  view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(view.posAtDOM(words, 0) + 1))))
  view.focus()
}
