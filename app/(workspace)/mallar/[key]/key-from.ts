const PLAIN: Record<string, string> = { å: 'a', ä: 'a', ö: 'o', é: 'e' }

/** A stable name from words: "Lokala mål" → "lokala-mal"; a number behind it where it is taken. */
export function keyFrom(words: string, taken: readonly string[] = []): string {
  const stem =
    words
      .toLowerCase()
      .replace(/[åäöé]/g, letter => PLAIN[letter] ?? letter)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60) || 'del'
  if (!taken.includes(stem)) return stem
  let n = 2
  while (taken.includes(`${stem}-${n}`)) n += 1
  return `${stem}-${n}`
}
