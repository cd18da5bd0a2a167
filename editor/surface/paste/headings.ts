import { retag } from './element.ts'

const CLASS_LEVELS: [RegExp, number][] = [
  [/^MsoTitle$/i, 1],
  [/^MsoSubtitle$/i, 2],
  [/^(?:MsoHeading|Heading|Rubrik)(\d)$/i, 0],
]

function levelOf(element: Element): number | null {
  const tag = /^h([1-6])$/i.exec(element.tagName)
  if (tag) return Number(tag[1])
  for (const name of element.classList)
    for (const [pattern, level] of CLASS_LEVELS) {
      const found = pattern.exec(name)
      if (found) return level || Number(found[1])
    }
  return null
}

/**
 * Headings become the two levels that a section's text has. Which of Word's levels is the upper one depends on what was
 * copied: the highest one in it.
 */
export function headings(root: Element): void {
  const found = [...root.querySelectorAll('h1, h2, h3, h4, h5, h6, p[class]')].flatMap(element => {
    const level = levelOf(element)
    return level === null ? [] : [{ element, level }]
  })
  const top = Math.min(...found.map(({ level }) => level))
  for (const { element, level } of found) retag(element, level === top ? 'h4' : 'h5')
}
