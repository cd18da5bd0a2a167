import { uuidv4 } from 'lib0/random'
import * as Y from 'yjs'
import { blocksAround } from './blocks-around.ts'
import { joined, type Range, rangeOf } from './clock-ranges.ts'
import { itemsSince } from './items-since.ts'
import { charsOf } from './moved-chars.ts'
import type { RefusedSection } from './refused-text.ts'
import { rootOf } from './root-of.ts'
import { wordsIn } from './words-in.ts'

type Block = Y.XmlText | Y.XmlElement

/** A paragraph, or a block of several, that was taken out of a section here. */
interface Removed {
  sectionId: string
  was: string
}

/** What others wrote in one of them before they saw that it was gone. */
interface Late extends Removed {
  id: string
  ranges: readonly Range[]
}

interface LateWordsEvents {
  /** Whether a move has taken the block elsewhere, and takes along what is written in it. */
  isMoved: (block: Block) => boolean
  /** Of a Yjs client, as long as that page is open. */
  nameOf: (client: number) => string | null
  /** @param section the same one again, by its id, when more has come */
  late: (section: RefusedSection) => void
}

/**
 * Words that somebody else was writing in a paragraph while it was cut out, or removed, here. Yjs deletes them with the
 * paragraph, and nobody ever saw them but who wrote them. They are for whoever took the paragraph away to put in again.
 */
export class LateWords {
  readonly #doc: Y.Doc
  readonly #events: LateWordsEvents
  readonly #removed = new WeakMap<Block, Removed>()
  readonly #late = new WeakMap<Y.XmlText, Late>()

  constructor(doc: Y.Doc, events: LateWordsEvents) {
    this.#doc = doc
    this.#events = events
    doc.on('afterTransaction', transaction => {
      if (transaction.local) this.#remember(transaction)
      else this.#look(transaction)
    })
  }

  #remember(transaction: Y.Transaction): void {
    Y.iterateDeletedStructs(transaction, transaction.deleteSet, struct => {
      const block = struct instanceof Y.Item && struct.content instanceof Y.ContentType ? struct.content.type : null
      if (!(block instanceof Y.XmlText || block instanceof Y.XmlElement)) return
      const sectionId = rootOf(this.#doc, struct.id)
      const was = wordsOf(block, item => Y.isDeleted(transaction.deleteSet, item.id))
      if (sectionId) this.#removed.set(block, { sectionId, was })
    })
  }

  #look(transaction: Y.Transaction): void {
    const touched = new Set<Y.XmlText>()
    for (const item of itemsSince(transaction))
      if (item.deleted && this.#note(item)) touched.add(item.parent as Y.XmlText)
    for (const text of touched) this.#tell(text)
  }

  /** @returns whether it is words in something that was removed here */
  #note(item: Y.Item): boolean {
    const { parent: text, content } = item
    if (!(text instanceof Y.XmlText || text instanceof Y.XmlElement)) return false
    const removed = [text, ...blocksAround(text)].find(block => this.#removed.has(block))
    const known = removed && this.#removed.get(removed)
    if (!known || this.#events.isMoved(removed)) return false
    // What has gone is forgotten after this, and what comes next beside it would have no place.
    item.keep = true
    if (!(content instanceof Y.ContentString && text instanceof Y.XmlText)) return false
    const before = this.#late.get(text) ?? { ...known, id: uuidv4(), ranges: [] }
    this.#late.set(text, { ...before, ranges: joined([...before.ranges, rangeOf(item)]) })
    return true
  }

  #tell(text: Y.XmlText): void {
    const late = this.#late.get(text)
    if (!late) return
    const { id, sectionId, was, ranges } = late
    const content = wordsIn(text, ranges)
    if (!content) return
    const by = [...new Set(ranges.flatMap(({ client }) => this.#events.nameOf(client) ?? []))]
    this.#events.late({ id, sectionId, content, late: { by, was } })
  }
}

function wordsOf(block: Block, counts: (item: Y.Item) => boolean): string {
  if (block instanceof Y.XmlText)
    return charsOf(block, counts)
      .map(({ text }) => text)
      .join('')
  const words: string[] = []
  for (let item = block._start; item; item = item.right) {
    const type = item.content instanceof Y.ContentType ? item.content.type : null
    if (type instanceof Y.XmlText || type instanceof Y.XmlElement) words.push(wordsOf(type, counts))
  }
  return words.filter(line => line !== '').join('\n')
}
