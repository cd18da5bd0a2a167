import type * as Y from 'yjs'
import { characters, type Match } from './matches.ts'
import { type FindQuery, queryPattern } from './query.ts'

/** Origin of the transactions: they are undone as one step, whatever editors are on the page. */
export const REPLACE_ORIGIN = 'find-and-replace'

/** Somebody may have written there since it was found. */
function stillThere({ text, index, length }: Match, query: FindQuery): boolean {
  if (!text.doc || text._item?.deleted) return false
  const pattern = queryPattern(query)
  return [...characters(text).matchAll(pattern ?? /$^/g)].some(
    found => found.index === index && found[0].length === length,
  )
}

/**
 * Puts the replacement in the place of each match, in one transaction; it gets the look (bold, link ...) of what it
 * replaces.
 * @returns how many were replaced: a match that is no longer there is left out
 */
export function replaceMatches(doc: Y.Doc, matches: readonly Match[], query: FindQuery, replacement: string): number {
  let replaced = 0
  doc.transact(() => {
    // Last first, so that the indices of those before stay true.
    for (const match of [...matches].reverse()) {
      if (!stillThere(match, query)) continue
      const { text, index, length } = match
      // In the match, not beside it: text that is put in takes over the look of what stands before it.
      if (replacement) text.insert(index + length, replacement)
      text.delete(index, length)
      replaced += 1
    }
  }, REPLACE_ORIGIN)
  return replaced
}
