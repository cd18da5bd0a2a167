export interface Turning {
  position: number
  state: 'waiting' | 'signed' | 'refused'
}

/** Whose turn it is: everybody who waits, or in a sequence the first of them. */
export function whoseTurn<S extends Turning>(order: 'sequence' | 'parallel', signers: readonly S[]): S[] {
  const waiting = signers.filter(({ state }) => state === 'waiting').sort((a, b) => a.position - b.position)
  return order === 'sequence' ? waiting.slice(0, 1) : waiting
}
