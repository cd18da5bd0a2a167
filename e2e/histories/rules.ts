import type { Row } from './stored-text.ts'

/** Who may write where, between two changes of that: rows of the log after `from` up to `to`. */
interface Period {
  from: number
  to: number
  locked: ReadonlySet<string>
  owners: ReadonlyMap<string, string>
}

/**
 * What was in force when. A change is in force from the moment when it is acknowledged until the next one begins; rows of
 * the log in between are judged by neither.
 */
export class Rules {
  readonly #periods: Period[] = []
  readonly #locked = new Set<string>()
  readonly #owners = new Map<string, string>()
  #from = 0

  /** @param lastSeq of the log, now */
  async change(lastSeq: () => Promise<number>, make: () => Promise<void>): Promise<void> {
    await this.end(lastSeq)
    await make()
    this.#from = await lastSeq()
  }

  async end(lastSeq: () => Promise<number>): Promise<void> {
    const { locked, owners } = { locked: new Set(this.#locked), owners: new Map(this.#owners) }
    this.#periods.push({ from: this.#from, to: await lastSeq(), locked, owners })
  }

  lock(sectionId: string, isLocked: boolean): void {
    if (isLocked) this.#locked.add(sectionId)
    else this.#locked.delete(sectionId)
  }

  assign(sectionId: string, userId: string): void {
    this.#owners.set(sectionId, userId)
  }

  /** @param contributors who were nothing else all the time */
  broken(changes: ReadonlyMap<Row, string[]>, contributors: ReadonlySet<string>): string[] {
    return [...changes].flatMap(([{ seq, userId }, sections]) => {
      const period = this.#periods.find(({ from, to }) => seq > from && seq <= to)
      if (!period) return []
      const isContributor = userId !== null && contributors.has(userId)
      return sections
        .filter(id => period.locked.has(id) || (isContributor && period.owners.get(id) !== userId))
        .map(id => `row ${seq} of ${userId} changes ${id}, ${period.locked.has(id) ? 'locked' : "another's"}`)
    })
  }
}
