export interface FindQuery {
  text: string
  matchCase: boolean
  wholeWords: boolean
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** A space that somebody types finds the hard spaces of figures and units too. */
const anySpace = (pattern: string): string => pattern.replace(/[\s\u00a0]+/g, '[\\s\\u00a0]+')

/** Finds every place of the query in a text; null where the query is empty. */
export function queryPattern({ text, matchCase, wholeWords }: FindQuery): RegExp | null {
  if (text.trim() === '') return null
  const words = anySpace(escaped(text))
  const pattern = wholeWords ? `(?<![\\p{L}\\p{N}_])${words}(?![\\p{L}\\p{N}_])` : words
  return new RegExp(pattern, matchCase ? 'gu' : 'giu')
}
