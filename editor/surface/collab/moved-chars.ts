import * as Y from 'yjs'

/** Characters that stood in a text that was moved, and the same ones where it was moved to. */
export interface Run {
  old: Y.ID
  now: Y.ID
  length: number
}

export interface Chars {
  id: Y.ID
  text: string
}

/** The words of a text, piece by piece as Yjs has them, deleted ones among them. @param counts which pieces are taken */
export function charsOf(text: Y.XmlText, counts: (item: Y.Item) => boolean): Chars[] {
  const chars: Chars[] = []
  for (let item = text._start; item; item = item.right)
    if (item.content instanceof Y.ContentString && counts(item)) chars.push({ id: item.id, text: item.content.str })
  return chars
}

/** The two say the same, in pieces of different lengths. */
export function zip(old: Chars[], now: Chars[]): Run[] {
  const runs: Run[] = []
  const place = { old: 0, oldFrom: 0, now: 0, nowFrom: 0 }
  for (;;) {
    const [left, right] = [old[place.old], now[place.now]]
    if (!left || !right) return runs
    const length = Math.min(left.text.length - place.oldFrom, right.text.length - place.nowFrom)
    runs.push({
      old: Y.createID(left.id.client, left.id.clock + place.oldFrom),
      now: Y.createID(right.id.client, right.id.clock + place.nowFrom),
      length,
    })
    place.oldFrom += length
    place.nowFrom += length
    if (place.oldFrom === left.text.length) Object.assign(place, { old: place.old + 1, oldFrom: 0 })
    if (place.nowFrom === right.text.length) Object.assign(place, { now: place.now + 1, nowFrom: 0 })
  }
}

/** Index in the text right after a character, or where it stood. */
export function offsetAfter(text: Y.XmlText, { client, clock }: Y.ID): number {
  let offset = 0
  for (let item = text._start; item; item = item.right) {
    const holds = item.id.client === client && clock >= item.id.clock && clock < item.id.clock + item.length
    if (holds) return item.deleted ? offset : offset + clock - item.id.clock + 1
    if (!item.deleted && item.countable) offset += item.length
  }
  return offset
}
