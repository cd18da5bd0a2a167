import { type Fragment, type Node, Slice } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { dropPoint } from '@tiptap/pm/transform'
import { dataBlocks } from '../../blocks/schemas.ts'
import { fillHolders } from '../text/keep-paragraphs.ts'
import type { MovedText } from './moved-text.ts'

/** Blocks that do not go into tables, lists and quotes. */
const STAND_FREE = new Set(['table', 'image', ...dataBlocks])

export interface Placed {
  doc: Node
  /** Where the text that came in stands. */
  from: number
  to: number
}

const isEmptyParagraph = (node: Node | null | undefined): boolean =>
  node?.type.name === 'paragraph' && node.content.size === 0

/** Characters and the nodes that have none, such as pictures: what no move may lose. */
export function weight(content: Fragment): number {
  let sum = 0
  content.descendants(node => {
    sum += node.isText ? node.nodeSize : node.isLeaf ? 1 : 0
    return true
  })
  return sum
}

function standsFree({ content, openStart, openEnd }: Slice): boolean {
  let free = false
  content.descendants(node => {
    free ||= STAND_FREE.has(node.type.name)
    return !free
  })
  return free && openStart === 0 && openEnd === 0
}

/** What is replaced by the text that comes in: nothing, or an empty paragraph that whole blocks are put in. */
function landing(doc: Node, pos: number, slice: Slice): { from: number; to: number } {
  const $pos = doc.resolve(Math.max(0, Math.min(pos, doc.content.size)))
  const isWhole = slice.openStart === 0 && slice.openEnd === 0 && !slice.content.firstChild?.isInline
  if (isWhole && isEmptyParagraph($pos.parent) && (!standsFree(slice) || $pos.depth === 1))
    return { from: $pos.before(), to: $pos.after() }
  if (isWhole && $pos.depth === 0) {
    const { nodeBefore, nodeAfter } = $pos
    if (doc.childCount === 1 && isEmptyParagraph(doc.firstChild)) return { from: 0, to: doc.content.size }
    if (!nodeAfter && isEmptyParagraph(nodeBefore)) return { from: $pos.pos - 2, to: $pos.pos }
    return { from: $pos.pos, to: $pos.pos }
  }
  if (standsFree(slice) && $pos.depth > 0) {
    const middle = ($pos.start(1) + $pos.end(1)) / 2
    const beside = $pos.pos < middle && $pos.depth === 1 ? $pos.before(1) : $pos.after(1)
    return { from: beside, to: beside }
  }
  const at = dropPoint(doc, $pos.pos, slice) ?? $pos.pos
  return { from: at, to: at }
}

/** Writes the slice at a position into the transaction. Null where some of it would be lost. */
function put(tr: Transaction, pos: number, slice: Slice): { from: number; to: number } | null {
  const before = weight(tr.doc.content)
  const { from, to } = landing(tr.doc, pos, slice)
  const step = tr.steps.length
  if (slice.openStart === 0 && slice.openEnd === 0) tr.replace(from, to, slice)
  else tr.replaceRange(from, to, slice)
  if (weight(tr.doc.content) !== before + weight(slice.content)) return null
  let end = from
  for (const map of tr.mapping.maps.slice(step))
    map.forEach((_from, _to, _newFrom, newTo) => {
      end = newTo
    })
  return { from, to: Math.max(from, end) }
}

/** A section's text with something more in it; null where that cannot be without loss. */
export function withText(state: EditorState, pos: number, slice: Slice): Placed | null {
  const { tr, schema } = state
  // Each editor has a schema object of its own, and knows no other's nodes.
  const placed = put(tr, pos, Slice.fromJSON(schema, slice.toJSON()))
  if (!placed) return null
  const next = state.apply(tr)
  return { ...placed, doc: fillHolders(next)?.doc ?? next.doc }
}

/** A section's text with something less in it, as the section's editor leaves it. */
export function withoutText(state: EditorState, { from, to }: MovedText): Node {
  const { state: next } = state.applyTransaction(state.tr.delete(from, to))
  return fillHolders(next)?.doc ?? next.doc
}

/** The move within one section, as one change of its editor; null where it goes nowhere, or would lose something. */
export function moveWithin(state: EditorState, moved: MovedText, pos: number): Transaction | null {
  if (pos >= moved.from && pos <= moved.to) return null
  const { tr } = state
  const whole = weight(state.doc.content)
  tr.delete(moved.from, moved.to)
  const placed = put(tr, tr.mapping.map(pos), moved.slice)
  if (!placed || weight(tr.doc.content) !== whole) return null
  return tr
}
