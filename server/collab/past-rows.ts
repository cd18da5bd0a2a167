/** So many places are remembered at least, and three times as many at most. */
const REMEMBERED = 1_000

/**
 * Places in the log that are part of the stored state and were part of the room before. When another node has folded,
 * this tells which rows it took that have never been here: what they delete does not show in any clock.
 */
export class PastRows {
  private seqs: Set<number>
  private lowest: number

  constructor(seqs: readonly number[]) {
    this.seqs = new Set(seqs)
    this.lowest = this.seqs.size < REMEMBERED ? 0 : Math.min(...this.seqs)
  }

  /** Whatever is at or below it counts as known. */
  get floor(): number {
    return this.lowest
  }

  add(seqs: Iterable<number>): void {
    for (const seq of seqs) this.seqs.add(seq)
    if (this.seqs.size <= 3 * REMEMBERED) return
    const last = [...this.seqs].sort((a, b) => b - a).slice(0, REMEMBERED)
    this.lowest = last.at(-1) ?? this.lowest
    this.seqs = new Set(last)
  }

  has(seq: number): boolean {
    return seq <= this.lowest || this.seqs.has(seq)
  }
}
