// @vitest-environment jsdom
import { Editor } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import type { Node } from '@tiptap/pm/model'
import { EditorState, NodeSelection, type Selection, TextSelection } from '@tiptap/pm/state'
import { updateYFragment, ySyncPluginKey } from '@tiptap/y-tiptap'
import { afterEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { documentSchema as schema } from '../../blocks/document-schema.ts'
import { documentExtensions } from '../../blocks/extensions.ts'
import { SectionUndo } from '../collab/section-undo.ts'
import { KeepParagraphs } from '../text/keep-paragraphs.ts'
import { movedText, stepOf } from './moved-text.ts'
import { moveWithin, weight, withoutText, withText } from './place-text.ts'

const p = (text: string, marks?: object[]) => ({
  type: 'paragraph',
  content: text ? [{ type: 'text', text, marks }] : [],
})
const heading = (text: string) => ({ type: 'heading', attrs: { level: 4 }, content: [{ type: 'text', text }] })
const item = (...content: object[]) => ({ type: 'listItem', content })
const bullets = (...texts: string[]) => ({ type: 'bulletList', content: texts.map(text => item(p(text))) })
const cell = (text: string) => ({ type: 'tableCell', content: [p(text)] })
const table = (...texts: string[]) => ({ type: 'table', content: [{ type: 'tableRow', content: texts.map(cell) }] })
const image = { type: 'image', attrs: { imageId: 'b1', alt: 'En graf' } }
const figures = {
  type: 'indicatorTable',
  attrs: { indicatorIds: ['i1', 'i2'], year: 2023, caption: 'Fall' },
}
const note = {
  type: 'footnote',
  content: [{ type: 'text', text: 'Källa: Senior alert.', marks: [{ type: 'italic' }] }],
}

const doc = (...content: object[]): Node => schema.nodeFromJSON({ type: 'doc', content })
const state = (...content: object[]): EditorState => EditorState.create({ doc: doc(...content) })
const json = (node: Node): unknown[] => (node.toJSON() as { content?: unknown[] }).content ?? []

/** From the beginning of one text to the end of another. */
function selectTexts({ doc: node }: EditorState, first: string, last = first): Selection {
  let [from, to] = [-1, -1]
  node.descendants((found, pos) => {
    if (found.isText && from < 0 && found.text?.includes(first)) from = pos + found.text.indexOf(first)
    if (found.isText && found.text?.includes(last)) to = pos + found.text.indexOf(last) + last.length
  })
  return TextSelection.create(node, from, to)
}

function move(from: EditorState, selection: Selection, to: EditorState, pos: number): { left: Node; got: Node } {
  const moved = movedText(from.doc, selection)
  const placed = moved && withText(to, pos, moved.slice)
  if (!moved || !placed) throw new Error('nothing was moved')
  const left = withoutText(from, moved)
  expect(weight(left.content) + weight(placed.doc.content)).toBe(weight(from.doc.content) + weight(to.doc.content))
  return { left, got: placed.doc }
}

describe('between two sections', () => {
  test('blocks that are selected whole go whole, with their attributes, marks and notes', () => {
    const rich = {
      type: 'paragraph',
      content: [{ type: 'text', text: 'Fet', marks: [{ type: 'bold' }] }, note, { type: 'text', text: 'slut' }],
    }
    const from = state(p('före'), heading('Rubrik'), rich, image, figures, table('a', 'b'), p('sist'), p('efter'))
    const { left, got } = move(from, selectTexts(from, 'Rubrik', 'sist'), state(p('ett'), p('två')), 5)
    expect(json(left)).toEqual(json(doc(p('före'), p('efter'))))
    expect(json(got)).toEqual(
      json(doc(p('ett'), heading('Rubrik'), rich, image, figures, table('a', 'b'), p('sist'), p('två'))),
    )
  })

  test.each([
    ['an image', image],
    ['a table of figures', figures],
  ])('%s by itself', (_what, block) => {
    const from = state(p('före'), block, p('efter'))
    const { left, got } = move(from, NodeSelection.create(from.doc, 6), state(p('')), 1)
    expect(json(left)).toEqual(json(doc(p('före'), p('efter'))))
    expect(json(got)).toEqual(json(doc(block, p(''))))
  })

  test('a part of a paragraph goes into another one, and its marks go along', () => {
    const from = state(p('Ett två tre', [{ type: 'bold' }]))
    const { left, got } = move(from, selectTexts(from, ' två'), state(p('AB')), 2)
    expect(left.textContent).toBe('Ett tre')
    expect(json(got)).toEqual(
      json(
        doc({
          type: 'paragraph',
          content: [
            { type: 'text', text: 'A' },
            { type: 'text', text: ' två', marks: [{ type: 'bold' }] },
            { type: 'text', text: 'B' },
          ],
        }),
      ),
    )
  })

  test('the last paragraph leaves one to write in; an item leaves its list as a list', () => {
    const from = state(p('allt'))
    expect(json(move(from, selectTexts(from, 'allt'), state(p('x')), 3).left)).toEqual(json(doc(p(''))))
    const list = state(bullets('ett', 'två', 'tre'))
    const { left, got } = move(list, selectTexts(list, 'två'), state(p('x')), 3)
    expect(json(left)).toEqual(json(doc(bullets('ett', 'tre'))))
    expect(json(got)).toEqual(json(doc(p('x'), bullets('två'))))
    const all = move(list, selectTexts(list, 'ett', 'tre'), state(p('x')), 0)
    expect(json(all.left)).toEqual(json(doc(p(''))))
    expect(json(all.got)).toEqual(json(doc(bullets('ett', 'två', 'tre'), p('x'))))
  })

  test('a table dropped in a table or list stands beside it', () => {
    const from = state(table('x', 'y'), p('z'))
    for (const [there, pos] of [
      [table('a', 'b'), 4],
      [bullets('a'), 3],
    ] as const) {
      const { got } = move(from, NodeSelection.create(from.doc, 0), state(there, p('slut')), pos)
      expect(json(got)).toEqual(json(doc(there, table('x', 'y'), p('slut'))))
    }
  })

  test('blocks do not break up a note', () => {
    const from = state(heading('Rubrik'), p('z'))
    const to = state({ type: 'paragraph', content: [{ type: 'text', text: 'A' }, note] })
    const { got } = move(from, selectTexts(from, 'Rubrik'), to, 5)
    expect(got.textContent).toContain('Källa: Senior alert.')
    expect(got.childCount).toBe(2)
  })
})

describe('within a section', () => {
  test('the text goes there, and nowhere if that is where it stands', () => {
    const from = state(p('ett'), p('två'), p('tre'))
    const moved = movedText(from.doc, selectTexts(from, 'två'))
    if (!moved) throw new Error('nothing selected')
    expect(json(moveWithin(from, moved, 0)?.doc ?? from.doc)).toEqual(json(doc(p('två'), p('ett'), p('tre'))))
    expect(moveWithin(from, moved, 7)).toBeNull()
  })

  test('a step takes an item among items, and everything else among the blocks of the section', () => {
    const from = state(p('ett'), bullets('a', 'b'), table('x', 'y'))
    const { first, last, parent } = stepOf(selectTexts(from, 'b'))
    expect([parent.type.name, first, last]).toEqual(['bulletList', 1, 1])
    expect(stepOf(selectTexts(from, 'y'))).toMatchObject({
      first: 2,
      last: 2,
      from: from.doc.content.size - from.doc.child(2).nodeSize,
    })
    expect(stepOf(selectTexts(from, 'ett', 'b'))).toMatchObject({ first: 0, last: 1 })
    expect(stepOf(selectTexts(from, 'b'), true)).toMatchObject({ first: 1, last: 1 })
    expect(stepOf(NodeSelection.create(from.doc, 0))).toMatchObject({ first: 0, last: 0, from: 0, to: 5 })
  })
})

describe('undo', () => {
  const editors: Editor[] = []
  afterEach(() => {
    for (const editor of editors.splice(0)) editor.destroy()
  })

  function report() {
    const shared = new Y.Doc()
    for (const [section, texts] of Object.entries({ a: ['ett', 'två', 'tre'], b: ['bb'] }))
      updateYFragment(shared, shared.getXmlFragment(section), doc(...texts.map(text => p(text))), {
        mapping: new Map(),
        isOMark: new Map(),
      })
    const rights = { open: true }
    const steps = { may: () => rights.open, run: (_other: SectionUndo, step: () => void) => step() }
    const undo = {
      a: new SectionUndo(shared.getXmlFragment('a'), steps),
      b: new SectionUndo(shared.getXmlFragment('b'), steps),
    }
    const open = (section: 'a' | 'b'): Editor => {
      const editor = new Editor({
        element: document.body.appendChild(document.createElement('div')),
        extensions: [
          ...documentExtensions,
          KeepParagraphs,
          Collaboration.configure({
            fragment: shared.getXmlFragment(section),
            yUndoOptions: { undoManager: undo[section] },
          }),
        ],
      })
      editors.push(editor)
      return editor
    }
    const [a, b] = [open('a'), open('b')]
    const read = (): string[] => [a, b].map(editor => editor.getText({ blockSeparator: '|' }))
    const updates: Uint8Array[] = []
    shared.on('update', update => updates.push(update))
    const moveTwo = (): void => {
      const moved = movedText(a.state.doc, selectTexts(a.state, 'två'))
      const placed = moved && withText(b.state, 0, moved.slice)
      if (!moved || !placed) throw new Error('nothing was moved')
      const left = withoutText(a.state, moved)
      SectionUndo.join(undo.a, undo.b, () =>
        shared.transact(() => {
          for (const [section, made] of [
            ['a', left],
            ['b', placed.doc],
          ] as const)
            updateYFragment(shared, shared.getXmlFragment(section), made, { mapping: new Map(), isOMark: new Map() })
        }, ySyncPluginKey),
      )
    }
    return { shared, a, b, undo, read, updates, moveTwo, rights }
  }

  test.each(['a', 'b'] as const)('a move is one change, and taken back and done again in both from %s', section => {
    const { a, b, read, updates, moveTwo } = report()
    const editor = { a, b }[section]
    moveTwo()
    expect(updates).toHaveLength(1)
    expect(read()).toEqual(['ett|tre', 'två|bb'])
    editor.commands.undo()
    expect(updates).toHaveLength(2)
    expect(read()).toEqual(['ett|två|tre', 'bb'])
    editor.commands.redo()
    expect(updates).toHaveLength(3)
    expect(read()).toEqual(['ett|tre', 'två|bb'])
    const other = section === 'a' ? b : a
    other.commands.undo()
    expect(read()).toEqual(['ett|två|tre', 'bb'])
  })

  test('what was written before and after is steps of its own section', () => {
    const { a, b, undo, read, moveTwo } = report()
    a.commands.insertContentAt(1, 'X')
    moveTwo()
    b.commands.insertContentAt(1, 'Y')
    a.commands.insertContentAt(1, 'Z')
    expect([undo.a.undoStack.length, undo.b.undoStack.length]).toEqual([3, 2])
    b.commands.undo()
    b.commands.undo()
    expect(read()).toEqual(['ZXett|två|tre', 'bb'])
    a.commands.undo()
    a.commands.undo()
    expect(read()).toEqual(['ett|två|tre', 'bb'])
    b.commands.undo()
    expect(read()).toEqual(['ett|två|tre', 'bb'])
  })

  test('others’ words in the text that came stay, and their other changes too', () => {
    const { shared, read, a, moveTwo } = report()
    moveTwo()
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(shared))
    const text = (other.getXmlFragment('b').get(0) as Y.XmlElement).get(0) as Y.XmlText
    text.insert(3, ' DERAS')
    Y.applyUpdate(shared, Y.encodeStateAsUpdate(other, Y.encodeStateVector(shared)), 'remote')
    a.commands.undo()
    expect(read()).toEqual(['ett|två|tre', ' DERAS|bb'])
  })

  test('nothing is taken back where the other section may not be written in', () => {
    const { read, b, moveTwo, rights } = report()
    moveTwo()
    rights.open = false
    b.commands.undo()
    expect(read()).toEqual(['ett|tre', 'två|bb'])
  })

  test('what is written in one section ends the chance to do the move again in both', () => {
    const { read, a, b, undo, moveTwo } = report()
    moveTwo()
    a.commands.undo()
    b.commands.insertContentAt(1, 'Y')
    a.commands.redo()
    expect(read()).toEqual(['ett|två|tre', 'Ybb'])
    expect([undo.a.redoStack, undo.b.redoStack]).toEqual([[], []])
  })
})
