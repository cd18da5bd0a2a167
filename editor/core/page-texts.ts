/**
 * HTML of texts on its way from a page's server component to the client component that the server renders it with. As a
 * property it would be sent twice, as HTML and, escaped, as React's data: half of 1.25 MB for a report of 45,000 words,
 * which the browser then has to read before the page takes keys (docs/decisions/006-texts-outside-reacts-data.md).
 *
 * The two run in one process but not in one module graph, so what they share hangs on `globalThis`. Nothing is ever put
 * there in a browser, which has the text in its page.
 */
export interface PageText {
  /** Names the text among those kept here. */
  key: string
  /** UTF-16 units of the HTML; 0 where there is no text. */
  length: number
}

/** Texts live here from one component to the next, so this bounds how many pages are rendered at once. UTF-16 units. */
const MOST_KEPT = 32 * 1024 * 1024

interface Kept {
  texts: Map<string, string>
  length: number
  next: number
}

const shared = globalThis as { samskriftPageTexts?: Kept }

export const isEmptyHtml = (html: string): boolean => html === '' || html === '<p></p>'

/** Keeps a text for the rendering that follows. */
export function keepPageText(html: string): PageText {
  if (isEmptyHtml(html)) return { key: '', length: 0 }
  shared.samskriftPageTexts ??= { texts: new Map(), length: 0, next: 0 }
  const kept = shared.samskriftPageTexts
  const key = String(kept.next++)
  kept.texts.set(key, html)
  kept.length += html.length
  for (const [oldest, text] of kept.texts) {
    if (kept.length <= MOST_KEPT) break
    kept.texts.delete(oldest)
    kept.length -= text.length
  }
  return { key, length: html.length }
}

/** The kept text; in a browser always empty. */
export const pageText = ({ key }: PageText): string => shared.samskriftPageTexts?.texts.get(key) ?? ''
