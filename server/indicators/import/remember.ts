const MOST = 20_000

/**
 * A function that remembers its answers: files of a million rows have a few thousand names. When it has remembered
 * enough it begins anew, so that a file of different texts takes no memory.
 */
export function remember<T>(answer: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return text => {
    const found = known.get(text)
    if (found !== undefined) return found
    const made = answer(text)
    if (known.size >= MOST) known.clear()
    known.set(text, made)
    return made
  }
}
