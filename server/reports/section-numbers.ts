/**
 * Numbers of headings in reading order: "1", "2", "2.1", "2.1.1". A level that skips one (1 → 3) counts from the
 * level above that exists, so that no number has a zero in it.
 */
export function sectionNumbers(levels: readonly number[]): string[] {
  const counts: number[] = []
  return levels.map(level => {
    const depth = Math.min(level, counts.length + 1)
    counts.length = depth
    counts[depth - 1] = (counts[depth - 1] ?? 0) + 1
    return counts.join('.')
  })
}
