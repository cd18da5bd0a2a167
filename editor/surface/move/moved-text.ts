import { Fragment, type Node, type NodeRange, type ResolvedPos, Slice } from '@tiptap/pm/model'
import { NodeSelection, type Selection, TextSelection } from '@tiptap/pm/state'

/** A part of a section's text that goes elsewhere. */
export interface MovedText {
  /** Positions in the document that it is taken from. */
  from: number
  to: number
  slice: Slice
}

const LISTS = new Set(['bulletList', 'orderedList'])
const HOLDERS = new Set(['doc', 'tableCell', 'tableHeader'])
const INSIDE_TABLES = new Set(['table', 'tableRow'])

/** A list item that leaves its list is a list of its own. */
function outOfList(parent: Node, content: Fragment): Fragment {
  return LISTS.has(parent.type.name) ? Fragment.from(parent.type.create(parent.attrs, content)) : content
}

/** Blocks `first` to `last` of a node that begins at `start`. */
function blocks(parent: Node, start: number, first: number, last: number): MovedText {
  let from = start
  for (let index = 0; index < first; index += 1) from += parent.child(index).nodeSize
  const moved = Array.from({ length: last - first + 1 }, (_, offset) => parent.child(first + offset))
  const to = moved.reduce((end, block) => end + block.nodeSize, from)
  return { from, to, slice: new Slice(outOfList(parent, Fragment.from(moved)), 0, 0) }
}

const ofRange = ({ parent, startIndex, endIndex, $from, depth }: NodeRange): MovedText =>
  blocks(parent, $from.start(depth), startIndex, endIndex - 1)

/** The blocks between the two, where they hold all of them and nothing else; null where some is left of one. */
function wholeBlocks($from: ResolvedPos, $to: ResolvedPos): MovedText | null {
  if (!$from.parent.isTextblock || !$to.parent.isTextblock) return null
  if ($from.parentOffset > 0 || $to.parentOffset < $to.parent.content.size) return null
  let range = $from.blockRange($to)
  if (!range) return null
  for (let depth = range.depth + 1; depth < $from.depth; depth += 1) if ($from.index(depth) > 0) return null
  for (let depth = range.depth + 1; depth < $to.depth; depth += 1)
    if ($to.index(depth) < $to.node(depth).childCount - 1) return null
  while (
    !HOLDERS.has(range.parent.type.name) &&
    range.startIndex === 0 &&
    range.endIndex === range.parent.childCount &&
    range.depth > 0
  ) {
    const outer: NodeRange | null = $from.blockRange($to, node => node === $from.node((range?.depth ?? 1) - 1))
    if (!outer) break
    range = outer
  }
  return INSIDE_TABLES.has(range.parent.type.name) ? null : ofRange(range)
}

/**
 * What a selection moves. Blocks that are selected from their beginning to their end go whole, so that a heading stays a
 * heading and no empty paragraph is left. Null where nothing is selected, or cells of a table are.
 */
export function movedText(doc: Node, selection: Selection): MovedText | null {
  const { from, to, $from, $to } = selection
  if (selection.empty) return null
  if (selection instanceof NodeSelection) return { from, to, slice: selection.content() }
  if (!(selection instanceof TextSelection) && (from > 0 || to < doc.content.size)) return null
  if (from === 0 && to === doc.content.size) return { from, to, slice: doc.slice(from, to) }
  return wholeBlocks($from, $to) ?? { from, to, slice: doc.slice(from, to) }
}

/** The paragraph, list item or other block that the selection is in, or those that it is in. */
export interface Step extends MovedText {
  parent: Node
  /** Indexes that lead from the section to the parent. */
  path: number[]
  /** Of the first and the last block, among the parent's. */
  first: number
  last: number
}

/**
 * What "Flytta stycket" moves: list items within their list, everything else as blocks of the section.
 * @param whole the section's blocks, whatever the selection is in
 */
export function stepOf({ $from, $to }: Selection, whole = false): Step {
  const inList = (depth: number): boolean => LISTS.has($from.node(depth).type.name)
  let depth = $from.sharedDepth($to.pos)
  while (depth > 0 && (whole || !inList(depth))) depth -= 1
  const parent = $from.node(depth)
  const [first, last] = [Math.min($from.index(depth), parent.childCount - 1), blockAt($to, depth)]
  const path = Array.from({ length: depth }, (_, above) => $from.index(above))
  return { parent, path, first, last, ...blocks(parent, $from.start(depth), first, last) }
}

const blockAt = ($to: ResolvedPos, depth: number): number =>
  Math.max(
    0,
    Math.min($to.depth > depth ? $to.index(depth) : $to.indexAfter(depth) - 1, $to.node(depth).childCount - 1),
  )
