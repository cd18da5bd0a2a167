import { type RefObject, useEffect } from 'react'
import { sv } from './sv.ts'

/** Tables that scroll by themselves where the page is narrow; a bare one does on a phone only. */
const TABLES = 'figure.data-block, :scope > table'

function mark(part: HTMLElement): void {
  const scrolls = part.scrollWidth > part.clientWidth && getComputedStyle(part).overflowX === 'auto'
  const caption = part.querySelector('caption')?.textContent ?? sv.wideTable
  // A bare table is one to screen readers already, and must stay one.
  const about = { tabindex: '0', ...(part.tagName !== 'TABLE' && { role: 'group', 'aria-label': caption }) }
  for (const [name, value] of Object.entries(about)) {
    if (scrolls) part.setAttribute(name, value)
    else part.removeAttribute(name)
  }
}

/**
 * Tables in a text of readable HTML that are wider than their place take the focus, so that the arrow keys can move them
 * (WCAG 2.1.1), as `ScrollSideways` does for what it holds.
 * @param html what the element shows
 */
export function useScrollByKeyboard(text: RefObject<HTMLElement | null>, html: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: with other HTML the tables are others
  useEffect(() => {
    const observer = new ResizeObserver(entries => {
      for (const { target } of entries) mark(target as HTMLElement)
    })
    for (const part of text.current?.querySelectorAll(TABLES) ?? []) observer.observe(part)
    return () => observer.disconnect()
  }, [text, html])
}
