import * as Y from 'yjs'

/** Characters that stood in a text that was moved, and the same ones where it was moved to. */
interface Run {
  old: Y.ID
  now: Y.ID
  length: number
}

interface Followed {
  now: Y.XmlText
  runs: Run[]
}

interface Chars {
  id: Y.ID
  text: string
}

/** Of what is written for others in a moved text: no step of anybody's undo history. */
const LATE = Symbol('late text')

/**
 * Words that somebody else was writing in a paragraph while it was moved from here to another section. Yjs has no move:
 * the paragraph that they were written in is deleted, and they would go with it. Whoever moved it writes them where the
 * paragraph is now.
 */
export class LateText {
  readonly #doc: Y.Doc
  readonly #followed = new Map<Y.XmlText, Followed>()

  constructor(doc: Y.Doc) {
    this.#doc = doc
    doc.on('afterTransaction', this.#onAfter)
  }

  /** From now on. @param move the transaction that took texts away whole, and put the same ones in elsewhere */
  follow(move: Y.Transaction): void {
    const came = structsSince(move)
      .map(textOf)
      .filter(text => text !== null)
    for (const gone of deletedTexts(move)) {
      const before = charsOf(gone, item => Y.isDeleted(move.deleteSet, item.id))
      const words = before.map(({ text }) => text).join('')
      const at = came.findIndex(
        text => charsOf(text, item => !item.deleted).reduce((all, { text: one }) => all + one, '') === words,
      )
      const [now] = at < 0 ? [] : came.splice(at, 1)
      if (now)
        this.#followed.set(gone, {
          now,
          runs: zip(
            before,
            charsOf(now, item => !item.deleted),
          ),
        })
    }
  }

  readonly #onAfter = (transaction: Y.Transaction): void => {
    if (transaction.local || this.#followed.size === 0) return
    const late = structsSince(transaction).filter(
      struct => struct.content instanceof Y.ContentString && this.#followed.has(struct.parent as Y.XmlText),
    )
    if (late.length === 0) return
    this.#doc.transact(() => {
      for (const item of late) this.#write(item)
    }, LATE)
  }

  #write(item: Y.Item): void {
    const followed = this.#followed.get(item.parent as Y.XmlText)
    if (!followed || !(item.content instanceof Y.ContentString)) return
    const { str } = item.content
    const back = followed.now._item?.deleted ? restored(this.#doc, item.parent as Y.XmlText) : null
    if (back) {
      back.insert(back.length, str)
      return
    }
    const index = this.#indexAfter(item.left, followed)
    const clock = Y.getState(this.#doc.store, this.#doc.clientID)
    followed.now.insert(index, str)
    followed.runs.push({ old: item.id, now: Y.createID(this.#doc.clientID, clock), length: str.length })
  }

  /** Index in the text as it is now of what comes after an item of the text that is gone. */
  #indexAfter(left: Y.Item | null, { now, runs }: Followed): number {
    for (let item = left; item; item = item.left) {
      const { client, clock } = item.lastId
      const run = runs.find(
        ({ old, length }) => old.client === client && clock >= old.clock && clock < old.clock + length,
      )
      if (!run) continue
      const id = Y.createID(run.now.client, run.now.clock + clock - run.old.clock)
      // Counted up to the character itself, and one more if it is still there.
      return offsetAfter(now, id)
    }
    return 0
  }
}

function structsSince({ doc, beforeState, afterState }: Y.Transaction): Y.Item[] {
  const items: Y.Item[] = []
  for (const [client, end] of afterState) {
    const start = beforeState.get(client) ?? 0
    if (start === end) continue
    const structs = doc.store.clients.get(client) ?? []
    const first = structs.findLastIndex(struct => struct.id.clock < start) + 1
    for (const struct of structs.slice(first)) if (struct instanceof Y.Item) items.push(struct)
  }
  return items
}

const textOf = ({ content, deleted }: Y.Item): Y.XmlText | null =>
  !deleted && content instanceof Y.ContentType && content.type instanceof Y.XmlText ? content.type : null

function deletedTexts(transaction: Y.Transaction): Y.XmlText[] {
  const texts: Y.XmlText[] = []
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, struct => {
    if (struct instanceof Y.Item && struct.content instanceof Y.ContentType && struct.content.type instanceof Y.XmlText)
      texts.push(struct.content.type)
  })
  return texts
}

function charsOf(text: Y.XmlText, counts: (item: Y.Item) => boolean): Chars[] {
  const chars: Chars[] = []
  for (let item = text._start; item; item = item.right)
    if (item.content instanceof Y.ContentString && counts(item)) chars.push({ id: item.id, text: item.content.str })
  return chars
}

/** The two say the same, in pieces of different lengths. */
function zip(old: Chars[], now: Chars[]): Run[] {
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

function offsetAfter(text: Y.XmlText, { client, clock }: Y.ID): number {
  let offset = 0
  for (let item = text._start; item; item = item.right) {
    const holds = item.id.client === client && clock >= item.id.clock && clock < item.id.clock + item.length
    if (holds) return item.deleted ? offset : offset + clock - item.id.clock + 1
    if (!item.deleted && item.countable) offset += item.length
  }
  return offset
}

/** The text as it stands again where it was, because the move has been taken back. */
function restored(doc: Y.Doc, gone: Y.XmlText): Y.XmlText | null {
  let item = gone._item
  while (item?.redone) item = Y.getItem(doc.store, item.redone) as Y.Item
  return item && item !== gone._item ? textOf(item) : null
}
