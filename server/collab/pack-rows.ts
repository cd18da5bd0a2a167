import type { LogData } from '../documents/log-data.ts'

export interface LogRow extends LogData {
  reportId: string
  userId: string
  /** Version of the rights that the row was judged by. */
  rights: string
}

/** Rows as one statement takes them: what many of them share once, and of each where it is in that, from 1. */
export interface PackedRows {
  /** Reports, each with a version of its rights: the same place in both. */
  reports: string[]
  rights: string[]
  authors: string[]
  /** Everyone's bytes, one after another. */
  data: Buffer
  /** Of each row. */
  reportOf: number[]
  authorOf: number[]
  start: number[]
  length: number[]
  /** How many updates it holds. */
  updates: number[]
}

/** PostgreSQL spends more on reading a UUID or a string of bytes in an array than on storing the row. */
export function packRows(rows: readonly LogRow[]): PackedRows {
  const reports = new Places()
  const authors = new Places()
  const packed: PackedRows = {
    reports: [],
    rights: [],
    authors: [],
    data: Buffer.concat(rows.map(({ data }) => data)),
    reportOf: [],
    authorOf: [],
    start: [],
    length: [],
    updates: [],
  }
  let start = 1
  for (const { reportId, rights, userId, data, updates } of rows) {
    packed.reportOf.push(
      reports.of(`${reportId} ${rights}`, () => {
        packed.reports.push(reportId)
        packed.rights.push(rights)
      }),
    )
    packed.authorOf.push(authors.of(userId, () => packed.authors.push(userId)))
    packed.start.push(start)
    packed.length.push(data.length)
    packed.updates.push(updates)
    start += data.length
  }
  return packed
}

/** Of what has been seen, in the order in which it first was. */
class Places {
  readonly #known = new Map<string, number>()

  /** @returns from 1 */
  of(key: string, onNew: () => void): number {
    const known = this.#known.get(key)
    if (known !== undefined) return known
    onNew()
    this.#known.set(key, this.#known.size + 1)
    return this.#known.size
  }
}
