import { uuidv4 } from 'lib0/random'
import * as Y from 'yjs'
import type { DocumentNode } from '../../core/document-node.ts'
import { blocksAround } from './blocks-around.ts'
import { piecesOf, type Range, rangeOf, without } from './clock-ranges.ts'
import { type Lost, lineAround, lostBlock, lostText, saysMoreThanWords } from './lost-block.ts'
import type { OwnChanges } from './own-changes.ts'
import type { RefusedSection } from './refused-text.ts'
import { rootOf } from './root-of.ts'

interface Next {
  /** The document that comes after. */
  to: Y.Doc
  /** Whether a tick goes along to it, or is there already. It may be so for the beginning of an item only. */
  goes: (id: Y.ID) => boolean
}

/**
 * What this person wrote where somebody else took everything away, and that goes nowhere: the server has refused it, or
 * what it was written beside. It is to be seen in no section, so it is offered by itself: a block whole where it says
 * more than its words, else the words.
 *
 * So is what is seen here and the server has as deleted, though it has not committed it: it may refuse the deletion
 * still, and has then nothing that it could come back from.
 * @param doc in which {@link keepOwn} has kept it
 */
export function takenAway(doc: Y.Doc, own: OwnChanges, next: Next): RefusedSection[] {
  const lost = lostOf(doc, own, next)
  const items = [...own.writers]
    .flatMap(client => doc.store.clients.get(client) ?? [])
    .filter(struct => struct instanceof Y.Item)
    .filter(item => lost(item).length > 0)
  const blocks = new Set(
    items.flatMap(({ content }) => {
      const type = content instanceof Y.ContentType ? content.type : null
      return type instanceof Y.XmlElement && saysMoreThanWords(type) ? [lineAround(type) ?? type] : []
    }),
  )
  const isIn = (type: Y.XmlElement | Y.XmlText): boolean => blocksAround(type).some(block => blocks.has(block))
  const texts = new Set(
    items.flatMap(({ parent, content }) =>
      content instanceof Y.ContentString && parent instanceof Y.XmlText ? [parent] : [],
    ),
  )
  const offer = (type: Y.XmlElement | Y.XmlText, content: DocumentNode | null): RefusedSection[] => {
    const sectionId = type._item && rootOf(doc, type._item.id)
    return content && sectionId ? [{ id: uuidv4(), sectionId, content }] : []
  }
  return [
    ...[...blocks]
      .filter(block => !isIn(block))
      .flatMap(block => offer(block, { type: 'doc', content: [lostBlock(block, lost)] })),
    ...[...texts].filter(text => !isIn(text)).flatMap(text => offer(text, lostText(text, lost))),
  ]
}

function lostOf(doc: Y.Doc, own: OwnChanges, { to, goes }: Next): Lost {
  const { deleted } = own.note
  const gone = (range: Range): Range[] =>
    piecesOf(to, range, 0).filter(({ client, clock }) => Y.getItem(to.store, Y.createID(client, clock)).deleted)
  const left = (range: Range): Range[] =>
    piecesOf(doc, range, Y.getState(to.store, range.client)).filter(
      ({ client, clock }) => !goes(Y.createID(client, clock)),
    )
  return item => {
    if (!own.writers.has(item.id.client)) return []
    const whole = rangeOf(item)
    const lost = item.deleted ? left(whole) : own.uncommitted(whole).flatMap(gone)
    return lost.flatMap(range => without(range, deleted))
  }
}
