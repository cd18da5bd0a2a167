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

const at = (colours: readonly string[], index: number): string => colours[index % colours.length] ?? PERSON_COLOURS[0]

/**
 * The colour of a person, the same for everybody who has the same list. Those on it get one each while the colours last;
 * others, and everybody where there is no list, get one by their id, of those that the list leaves over.
 */
export function personColour(userId: string, people: readonly { id: string }[] = []): string {
  const index = people.findIndex(person => person.id === userId)
  if (index >= 0) return at(PERSON_COLOURS, index)
  let hash = 0
  for (const char of userId) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) | 0
  const left = PERSON_COLOURS.slice(people.length)
  return at(left.length ? left : PERSON_COLOURS, Math.abs(hash))
}
