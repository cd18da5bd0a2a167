import { joinBackward, lift, setBlockType, splitBlock, toggleMark, wrapIn } from '@tiptap/pm/commands'
import type { Node, NodeType } from '@tiptap/pm/model'
import { liftListItem, sinkListItem, splitListItem, wrapInList } from '@tiptap/pm/schema-list'
import { type Command, type EditorState, NodeSelection, TextSelection } from '@tiptap/pm/state'
import { documentSchema } from '#editor/blocks/document-schema.ts'
import { tableEdits } from './table-edits.ts'

/** What one step of a history leaves open; whole numbers from 0. */
export interface Choice {
  at: number
  size: number
}

/** One thing that an author does in a section, as an editor would do it. @returns null where it cannot be done there */
export type Edit = (choice: Choice, text: (count: number) => string) => Command

const { nodes, marks } = documentSchema
const node = (name: string): NodeType => {
  const type = nodes[name]
  if (!type) throw new Error(`no node ${name}`)
  return type
}
const mark = (name: string) => {
  const type = marks[name]
  if (!type) throw new Error(`no mark ${name}`)
  return type
}

const paragraph = (text: string): Node => node('paragraph').create(null, text ? documentSchema.text(text) : null)

/** Puts the selection somewhere before the command is tried. */
function at({ at: from, size }: Choice, command: Command): Command {
  return (state, dispatch) => {
    const end = state.doc.content.size
    const anchor = from % (end + 1)
    const head = Math.min(end, anchor + size)
    const selection = TextSelection.between(state.doc.resolve(anchor), state.doc.resolve(head))
    const selected = state.apply(state.tr.setSelection(selection))
    return command(selected, dispatch && (tr => dispatch(tr)))
  }
}

/** Of the section's own blocks. */
function blockAt(state: EditorState, index: number): { from: number; block: Node } | null {
  const { childCount } = state.doc
  if (childCount === 0) return null
  const wanted = index % childCount
  let found: { from: number; block: Node } | null = null
  state.doc.forEach((block, from, place) => {
    if (place === wanted) found = { from, block }
  })
  return found
}

const append =
  (made: Node): Command =>
  (state, dispatch) => {
    dispatch?.(state.tr.insert(state.doc.content.size, made))
    return true
  }

const write =
  (text: string): Command =>
  (state, dispatch) => {
    const { $from } = state.selection
    if (!$from.parent.inlineContent) return append(paragraph(text))(state, dispatch)
    dispatch?.(state.tr.insertText(text))
    return true
  }

/** At the end of the paragraph, as people do: Yjs goes on in what they wrote there before. */
const writeOn =
  (text: string): Command =>
  (state, dispatch) => {
    const { $from } = state.selection
    if (!$from.parent.inlineContent) return append(paragraph(text))(state, dispatch)
    dispatch?.(state.tr.insertText(text, $from.end()))
    return true
  }

const erase: Command = (state, dispatch) => {
  if (state.selection.empty) return false
  dispatch?.(state.tr.deleteSelection())
  return true
}

const insert =
  (made: Node): Command =>
  (state, dispatch) => {
    if (!state.selection.$from.parent.inlineContent) return false
    dispatch?.(state.tr.replaceSelectionWith(made, false))
    return true
  }

const removeBlock =
  ({ at: index }: Choice): Command =>
  (state, dispatch) => {
    const found = blockAt(state, index)
    if (!found) return false
    dispatch?.(state.tr.setSelection(NodeSelection.create(state.doc, found.from)).deleteSelection())
    return true
  }

const moveBlock =
  ({ at: index, size }: Choice): Command =>
  (state, dispatch) => {
    const found = blockAt(state, index)
    if (!found || state.doc.childCount < 2) return false
    const tr = state.tr.delete(found.from, found.from + found.block.nodeSize)
    const target = blockAt(state.apply(tr), size)
    if (!target) return false
    dispatch?.(tr.insert(target.from, found.block))
    return true
  }

/** Everything that an author does, by name. */
export const EDITS = {
  write: (choice, text) => at({ ...choice, size: 0 }, write(text(1 + (choice.size % 5)))),
  writeOn: (choice, text) => at({ ...choice, size: 0 }, writeOn(text(1 + (choice.size % 5)))),
  writeParagraph: (_choice, text) => append(paragraph(text(3))),
  split: choice => at({ ...choice, size: 0 }, splitBlock),
  join: choice => at({ ...choice, size: 0 }, joinBackward),
  erase: choice => at(choice, erase),
  removeBlock,
  moveBlock,
  bold: choice => at(choice, toggleMark(mark('bold'))),
  italic: choice => at(choice, toggleMark(mark('italic'))),
  link: choice => at(choice, toggleMark(mark('link'), { href: 'https://example.org' })),
  heading: choice => at(choice, setBlockType(node('heading'), { level: 2 + (choice.size % 2) })),
  plain: choice => at(choice, setBlockType(node('paragraph'))),
  bullets: choice => at(choice, wrapInList(node('bulletList'))),
  numbers: choice => at(choice, wrapInList(node('orderedList'))),
  splitItem: choice => at({ ...choice, size: 0 }, splitListItem(node('listItem'))),
  sinkItem: choice => at(choice, sinkListItem(node('listItem'))),
  liftItem: choice => at(choice, liftListItem(node('listItem'))),
  quote: choice => at(choice, wrapIn(node('blockquote'))),
  lift: choice => at(choice, lift),
  footnote: (choice, text) => at(choice, insert(node('footnote').create(null, documentSchema.text(text(2))))),
  lineBreak: choice => at(choice, insert(node('hardBreak').create())),
  figures: choice => append(node('indicatorTable').create({ indicatorIds: ['a'], year: 2020 + (choice.size % 5) })),
  drawing: choice =>
    append(
      node('chart').create({
        indicatorIds: ['a'],
        year: 2020 + (choice.size % 5),
        kind: choice.size % 2 ? 'line' : null,
      }),
    ),
  goals: (choice, text) =>
    append(
      node('statusList').create(
        { caption: text(1) },
        Array.from({ length: 1 + (choice.size % 3) }, () =>
          node('statusItem').create({ goal: text(2), status: choice.size % 2 ? 'done' : null }, paragraph(text(2))),
        ),
      ),
    ),
  ...tableEdits((choice, command) => at({ ...choice, size: 0 }, command)),
} satisfies Record<string, Edit>

export type EditName = keyof typeof EDITS
