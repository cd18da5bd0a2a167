import { sectionElementId } from '../text/places.ts'
import type { Match } from './matches.ts'
import type { FindQuery } from './query.ts'
import { textRanges } from './text-ranges.ts'

const ALL = 'find'
const CURRENT = 'find-current'

/** Browsers without the CSS Custom Highlight API show where the place is by scrolling there. */
const highlights = (): HighlightRegistry | null => (typeof Highlight === 'function' ? CSS.highlights : null)

export function clearHighlights(): void {
  highlights()?.delete(ALL)
  highlights()?.delete(CURRENT)
}

/**
 * Marks the places on the page, whether an editor or plain text shows them.
 * @returns where the current one is; null where its text is not on the page as it is in the document
 */
export function highlight(matches: readonly Match[], current: Match | null, query: FindQuery): Range | null {
  const all: Range[] = []
  let shown: Range | null = null
  for (const sectionId of new Set(matches.map(match => match.sectionId))) {
    const text = document.getElementById(sectionElementId(sectionId))?.querySelector('.report-text')
    if (!text) continue
    const ranges = textRanges(text, query)
    all.push(...ranges)
    if (current?.sectionId === sectionId) shown = ranges[current.place] ?? null
  }
  const registry = highlights()
  registry?.set(ALL, new Highlight(...all.filter(range => range !== shown)))
  if (shown) registry?.set(CURRENT, new Highlight(shown))
  else registry?.delete(CURRENT)
  return shown
}

/** The height, in the window, halfway between the bar and what lies over the lower part of the page on a phone. */
function middleInSight(): number {
  const above = document.querySelector<HTMLElement>('.report-bar')?.offsetHeight ?? 0
  const panel = document.querySelector('.report-panel')
  const isOver = panel && getComputedStyle(panel).position === 'fixed'
  return (above + (isOver ? panel.getBoundingClientRect().top : window.innerHeight)) / 2
}

/** Where the eye is: a paragraph may be taller than what is in sight of the page. */
export function scrollToMatch({ sectionId }: Match, range: Range | null): void {
  const place = range?.startContainer.parentElement ?? document.getElementById(sectionElementId(sectionId))
  // Also brings what scrolls by itself, such as a wide table, to the place.
  place?.scrollIntoView({ block: 'center' })
  const box = (range ?? place)?.getBoundingClientRect()
  if (box) window.scrollBy({ top: box.top + Math.min(box.height, window.innerHeight) / 2 - middleInSight() })
}
