/** Clock ticks [from, to) of one client. */
export interface Range {
  from: number
  to: number
}

/**
 * Which clock ticks are deleted. A state vector does not tell: without this, every client that connects would have its
 * whole list of deletions stored and sent to everyone again.
 */
export class DeletedRanges {
  /** Sorted, disjoint and not adjacent. */
  private readonly ranges = new Map<number, Range[]>()

  add(client: number, added: Range): void {
    const list = this.ranges.get(client)
    if (!list) {
      this.ranges.set(client, [{ ...added }])
      return
    }
    // Everything from `first` up to `last` touches the new range and melts into it.
    const first = firstEndingAtOrAfter(list, added.from)
    let last = first
    let { from, to } = added
    for (; last < list.length; last += 1) {
      const range = list[last]
      if (!range || range.from > to) break
      from = Math.min(from, range.from)
      to = Math.max(to, range.to)
    }
    list.splice(first, last - first, { from, to })
  }

  cover(client: number, range: Range): boolean {
    const list = this.ranges.get(client)
    if (!list) return range.from === range.to
    const candidate = list[firstEndingAtOrAfter(list, range.to)]
    return candidate !== undefined && candidate.from <= range.from
  }

  /** The parts of a range that are not deleted. */
  uncovered(client: number, { from, to }: Range): Range[] {
    const list = this.ranges.get(client) ?? []
    const parts: Range[] = []
    let at = from
    for (let index = firstEndingAtOrAfter(list, from + 1); at < to; index += 1) {
      const next = list[index]
      if (!next || next.from >= to) break
      if (next.from > at) parts.push({ from: at, to: next.from })
      at = Math.max(at, next.to)
    }
    if (at < to) parts.push({ from: at, to })
    return parts
  }
}

function firstEndingAtOrAfter(list: Range[], clock: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle]?.to ?? 0) < clock) low = middle + 1
    else high = middle
  }
  return low
}
