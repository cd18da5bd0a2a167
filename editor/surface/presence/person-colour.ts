// White text reaches 7:1 on each, and they stay apart for colour-blind readers as far as eight colours can.
export const PERSON_COLOURS = [
  '#0b5563',
  '#6f3a94',
  '#96391d',
  '#2c5d2e',
  '#1f4b87',
  '#8b2252',
  '#6a5200',
  '#37474f',
] as const

/** The colour of a person, the same for everybody and on every page. */
export function personColour(userId: string): string {
  let hash = 0
  for (const char of userId) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) | 0
  return PERSON_COLOURS[Math.abs(hash) % PERSON_COLOURS.length] ?? PERSON_COLOURS[0]
}

/** Two letters, "Anna-Karin af Ström" → "AS", or a short name that is letters already: "MAS". */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const first = words[0] ?? ''
  if (words.length > 1) return `${first[0] ?? ''}${words.at(-1)?.[0] ?? ''}`.toUpperCase()
  if (/^\p{Lu}{3}$/u.test(first)) return first
  return first.slice(0, 2).toUpperCase() || '?'
}
