import * as Y from 'yjs'
import { blocksAround } from './blocks-around.ts'
import { itemsSince } from './items-since.ts'
import { charsOf, offsetAfter, type Run, zip } from './moved-chars.ts'

interface Followed {
  now: Y.XmlText
  runs: Run[]
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
  /** Blocks that are gone, such as a list, and one of the texts in them: for what has no text of its own to go to. */
  readonly #blocks = new Map<unknown, Followed>()

  constructor(doc: Y.Doc) {
    this.#doc = doc
    doc.on('afterTransaction', this.#onAfter)
  }

  /** Whether it was moved from here, and what is written in it goes along. */
  follows(block: Y.XmlText | Y.XmlElement): boolean {
    return this.#blocks.has(block) || (block instanceof Y.XmlText && this.#followed.has(block))
  }

  /** From now on. @param move the transaction that took texts away whole, and put the same ones in elsewhere */
  follow(move: Y.Transaction): void {
    const came = itemsSince(move)
      .map(textOf)
      .filter(text => text !== null)
    for (const gone of deletedTexts(move)) {
      const before = charsOf(gone, item => Y.isDeleted(move.deleteSet, item.id))
      const words = before.map(({ text }) => text).join('')
      const at = came.findIndex(
        text => charsOf(text, item => !item.deleted).reduce((all, { text: one }) => all + one, '') === words,
      )
      const [now] = at < 0 ? [] : came.splice(at, 1)
      if (!now) continue
      const there = charsOf(now, item => !item.deleted)
      const followed = { now, runs: zip(before, there) }
      this.#followed.set(gone, followed)
      for (const block of blocksAround(gone)) if (block._item?.deleted) this.#blocks.set(block, followed)
    }
  }

  readonly #onAfter = (transaction: Y.Transaction): void => {
    if (transaction.local || this.#followed.size === 0) return
    const late = itemsSince(transaction).filter(item => item.deleted && this.#isOurs(item))
    // What has gone is forgotten after this, and what comes next beside it would have no place.
    for (const item of late) item.keep = true
    const ours = late.filter(item => item.content instanceof Y.ContentString && item.parent instanceof Y.XmlText)
    if (ours.length === 0) return
    this.#doc.transact(() => {
      for (const item of ours) this.#write(item)
    }, LATE)
  }

  #isOurs({ parent }: Y.Item): boolean {
    if (parent instanceof Y.XmlText) return this.#followed.has(parent) || this.#anchorOf(parent) !== null
    return parent instanceof Y.XmlElement && [parent, ...blocksAround(parent)].some(block => this.#blocks.has(block))
  }

  #anchorOf(text: Y.Item['parent']): Followed | null {
    const block = blocksAround(text as Y.XmlText).find(one => this.#blocks.has(one))
    return this.#blocks.get(block) ?? null
  }

  #write(item: Y.Item): void {
    const text = item.parent as Y.XmlText
    const followed = this.#followed.get(text) ?? this.#newParagraph(text)
    if (!followed || !(item.content instanceof Y.ContentString)) return
    const { str } = item.content
    const back = followed.now._item?.deleted ? restored(this.#doc, text) : null
    if (back) {
      back.insert(back.length, str)
      return
    }
    const index = this.#indexAfter(item.left, followed)
    const clock = Y.getState(this.#doc.store, this.#doc.clientID)
    followed.now.insert(index, str)
    followed.runs.push({ old: item.id, now: Y.createID(this.#doc.clientID, clock), length: str.length })
  }

  /** For a text that was begun in a block that had gone: after the block as it is now. */
  #newParagraph(text: Y.XmlText): Followed | null {
    const anchor = this.#anchorOf(text)
    if (!anchor) return null
    const alive = anchor.now._item?.deleted ? null : anchor.now
    const block = [...(alive ? blocksAround(alive) : [])].at(-1)
    const root = block?.parent
    if (!block || !(root instanceof Y.XmlFragment)) return null
    const paragraph = new Y.XmlElement('paragraph')
    const now = new Y.XmlText()
    root.insert(root.toArray().indexOf(block) + 1, [paragraph])
    paragraph.insert(0, [now])
    const followed = { now, runs: [] }
    this.#followed.set(text, followed)
    return followed
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

/** The text as it stands again where it was, because the move has been taken back. */
function restored(doc: Y.Doc, gone: Y.XmlText): Y.XmlText | null {
  let item = gone._item
  while (item?.redone) item = Y.getItem(doc.store, item.redone) as Y.Item
  return item && item !== gone._item ? textOf(item) : null
}
