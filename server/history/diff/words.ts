// A number with its decimals and its groups is one word, and so is a word with its hyphen: half of either says nothing.
const WORD = /\p{N}+(?:[.,\u00a0\u202f]\p{N}+)*|[\p{L}\p{M}\p{N}]+(?:[-'’][\p{L}\p{M}\p{N}]+)*|\s+|./gsu

/** The text cut into words, white space and signs; joined they are the text again. */
export const words = (text: string): string[] => text.match(WORD) ?? []

/** Dice's coefficient over the words of two texts: 1 for the same words, 0 for none in common. */
export function sharedWords(before: string, after: string): number {
  const left = words(before).filter(isWord)
  const right = words(after).filter(isWord)
  if (left.length + right.length === 0) return before === after ? 1 : 0
  const counts = new Map<string, number>()
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1)
  let common = 0
  for (const word of right) {
    const count = counts.get(word) ?? 0
    if (count === 0) continue
    counts.set(word, count - 1)
    common += 1
  }
  return (2 * common) / (left.length + right.length)
}

const isWord = (token: string): boolean => /[\p{L}\p{N}]/u.test(token)
