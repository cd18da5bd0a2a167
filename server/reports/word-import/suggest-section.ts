export interface SectionToMatch {
  id: string
  /** "3.1.2" */
  number: string
  heading: string
}

const NUMBER = /^(\d+(?:\.\d+)*)\.?\s+/
/** Of the words in either heading, how many both must have. */
const LIKE_ENOUGH = 0.6

const words = (heading: string): string[] =>
  heading
    .replace(NUMBER, '')
    .toLocaleLowerCase('sv')
    .match(/[\p{L}\p{N}]+/gu) ?? []

function likeness(one: string[], other: string[]): number {
  const [a, b] = [new Set(one), new Set(other)]
  const both = [...a].filter(word => b.has(word)).length
  return both / (a.size + b.size - both || 1)
}

/**
 * The section that a heading of a Word file means: the same words, or else words that are like enough, where the number
 * tells two apart. Null where it could be several, or none: then somebody says.
 */
export function suggestSection(heading: string, sections: readonly SectionToMatch[]): string | null {
  const own = words(heading)
  if (own.length === 0) return null
  const number = NUMBER.exec(heading)?.[1] ?? null
  const rated = sections.map(section => ({
    section,
    // The number decides between equals alone: chapters are numbered anew from year to year.
    rate: likeness(own, words(section.heading)) + (number === section.number ? 0.01 : 0),
  }))
  const best = Math.max(0, ...rated.map(({ rate }) => rate))
  const first = rated.filter(({ rate }) => rate === best)
  return best >= LIKE_ENOUGH && first.length === 1 ? (first[0]?.section.id ?? null) : null
}
