import * as Y from 'yjs'
import type { DocumentNode } from '../../core/document-node.ts'
import type { Range } from './clock-ranges.ts'
import { wordsIn } from './words-in.ts'

/** Of an item: its ticks that are lost. */
export type Lost = (item: Y.Item) => readonly Range[]

/** They are nothing by themselves; what was written in them is offered as words. */
const PARTS = new Set(['tableRow', 'tableCell', 'tableHeader', 'listItem'])

const LINES = new Set(['paragraph', 'heading'])

/** Whether more of a block than its words was written: a picture, a heading's level, a goal. */
export const saysMoreThanWords = (block: Y.XmlElement): boolean => !PARTS.has(block.nodeName) && block._map.size > 0

/** The line of text that a figure or a note stands in; null for a block. */
export function lineAround(element: Y.XmlElement): Y.XmlElement | null {
  const parent = element._item?.parent
  return parent instanceof Y.XmlElement && LINES.has(parent.nodeName) ? parent : null
}

/** A block as it was, from what Yjs has kept of it, with what is lost of what stood in it. */
export function lostBlock(block: Y.XmlElement, lost: Lost): DocumentNode {
  const content = itemsOf(block).flatMap(item => {
    const type = item.content instanceof Y.ContentType ? item.content.type : null
    if (type instanceof Y.XmlText) return lostWords(type, lost)
    return type instanceof Y.XmlElement && lost(item).length > 0 ? [lostBlock(type, lost)] : []
  })
  return { type: block.nodeName, attrs: attributesOf(block), ...(content.length > 0 && { content }) }
}

/** Words that stand in no block that is offered, as a paragraph. */
export const lostText = (text: Y.XmlText, lost: Lost): DocumentNode | null =>
  wordsIn(
    text,
    itemsOf(text).flatMap(item => (item.content instanceof Y.ContentString ? lost(item) : [])),
  )

const lostWords = (text: Y.XmlText, lost: Lost): DocumentNode[] => lostText(text, lost)?.content?.[0]?.content ?? []

function itemsOf(type: Y.XmlText | Y.XmlElement): Y.Item[] {
  const items: Y.Item[] = []
  for (let item = type._start; item; item = item.right) items.push(item)
  return items
}

function attributesOf({ _map }: Y.XmlElement): Record<string, unknown> {
  // What Yjs has forgotten has no content left.
  const known = [..._map].map(([name, { content }]) => [name, content.getContent().at(-1)] as const)
  return Object.fromEntries(known.filter(([, value]) => value !== undefined))
}
