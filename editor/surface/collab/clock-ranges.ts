import * as Y from 'yjs'

/** Clock ticks of one Yjs client. */
export interface Range {
  client: number
  clock: number
  length: number
}

/** Whether any tick of a range is in one of `ranges`. */
export const overlaps = ({ client, clock, length }: Range, ranges: readonly Range[]): boolean =>
  ranges.some(other => other.client === client && other.clock < clock + length && clock < other.clock + other.length)

/** The parts of a range that are in none of `ranges`. */
export function without(range: Range, ranges: readonly Range[]): Range[] {
  let parts = [range]
  for (const { client, clock, length } of ranges) {
    parts = parts.flatMap(part => {
      const end = part.clock + part.length
      if (part.client !== client || clock >= end || clock + length <= part.clock) return [part]
      const before = { client, clock: part.clock, length: clock - part.clock }
      const after = { client, clock: clock + length, length: end - clock - length }
      return [before, after].filter(left => left.length > 0)
    })
  }
  return parts
}

/** The same ticks in as few ranges as can be. */
export function joined(ranges: readonly Range[]): Range[] {
  const whole: Range[] = []
  for (const range of ranges.toSorted((a, b) => a.client - b.client || a.clock - b.clock)) {
    const last = whole.at(-1)
    const end = range.clock + range.length
    if (last?.client !== range.client || last.clock + last.length < range.clock) whole.push({ ...range })
    else last.length = Math.max(last.length, end - last.clock)
  }
  return whole
}

export const rangeOf = ({ id, length }: Y.Item): Range => ({ ...id, length })

export const rangesOf = ({ clients }: Y.Transaction['deleteSet']): Range[] =>
  [...clients].flatMap(([client, ranges]) => ranges.map(({ clock, len }) => ({ client, clock, length: len })))

/** A range in pieces that are each in one item of the document, and each before or after `known`. What it lacks is left out. */
export function piecesOf(doc: Y.Doc, { client, clock: start, length }: Range, known: number): Range[] {
  const pieces: Range[] = []
  const past = Math.min(start + length, Y.getState(doc.store, client))
  for (let clock = start; clock < past; ) {
    const item = Y.getItem(doc.store, Y.createID(client, clock))
    const whole = Math.min(past, item.id.clock + item.length)
    const end = clock < known ? Math.min(whole, known) : whole
    pieces.push({ client, clock, length: end - clock })
    clock = end
  }
  return pieces
}
