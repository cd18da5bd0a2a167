import { TextSelection } from '@tiptap/pm/state'
import type { CommentThread } from '../../core/comment-thread.ts'
import type { Surface } from '../surface-context.ts'
import { headingId, sectionElementId } from '../text/places.ts'

const wordsOnPage = ({ id, sectionId }: CommentThread): HTMLElement | null =>
  document
    .getElementById(sectionElementId(sectionId))
    ?.querySelector(`.report-text [data-comment="${CSS.escape(id)}"]`) ?? null

/** As in surface.css: below it the panel lies over the lower part of the page. */
const BESIDE = '(min-width: 80rem) and (min-height: 30rem)'

/** Whether nothing lies over the middle of it: neither the bar nor the panel, nor the end of the window. */
function isInSight(element: Element): boolean {
  const [box] = element.getClientRects()
  const there = box && document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
  return there instanceof Element && element.contains(there)
}

/** Brings the words of a thread, or the section that they were in, before the eyes. What is in sight does not move. */
export function showWords(thread: CommentThread): void {
  const place = wordsOnPage(thread) ?? document.getElementById(headingId(thread.sectionId))
  if (place && !isInSight(place)) place.scrollIntoView({ block: matchMedia(BESIDE).matches ? 'center' : 'start' })
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
