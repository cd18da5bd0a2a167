/** How many times each text is there, in words: "Godtas: 2, Avvisas: 1". Empty where there is none. */
export function howMany(texts: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts].map(([text, count]) => `${text}: ${count}`).join(', ')
}
