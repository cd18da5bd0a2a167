// @vitest-environment jsdom
import { Editor } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { TextSelection } from '@tiptap/pm/state'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { documentExtensions } from '../../blocks/extensions.ts'
import { CaretGuard } from './caret-guard.ts'

const editors: Editor[] = []
afterEach(() => {
  for (const editor of editors.splice(0)) editor.destroy()
})

/** Two authors of one section, who see each other's changes when `exchange` is called. */
function twoAuthors(...texts: string[]): { mine: Editor; theirs: Editor; exchange: () => void } {
  const docs = [new Y.Doc(), new Y.Doc()] as const
  const [a, b] = docs
  const paragraphs = texts.map(text => {
    const paragraph = new Y.XmlElement('paragraph')
    if (text) paragraph.insert(0, [new Y.XmlText(text)])
    return paragraph
  })
  a.getXmlFragment('s').insert(0, paragraphs)
  const exchange = (): void => {
    for (const [from, to] of [docs, [b, a]] as const)
      Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)), 'remote')
  }
  exchange()
  const [mine, theirs] = docs.map(doc => {
    const editor = new Editor({
      element: document.body.appendChild(document.createElement('div')),
      extensions: [...documentExtensions, Collaboration.configure({ fragment: doc.getXmlFragment('s') }), CaretGuard],
    })
    editors.push(editor)
    return editor
  }) as [Editor, Editor]
  return { mine, theirs, exchange }
}

const lines = (editor: Editor): string[] => {
  const found: string[] = []
  editor.state.doc.forEach(block => void found.push(block.textContent))
  return found
}

/** Selects the whole text of a paragraph. */
function select({ state, view }: Editor, line: number): void {
  let pos = 0
  for (let before = 0; before < line; before++) pos += state.doc.child(before).nodeSize
  const from = pos + 1
  view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, from, from + state.doc.child(line).content.size)))
}

const caretLine = ({ state }: Editor): number => state.selection.$head.index(0)

test('a caret in a paragraph that has just been emptied stays there when another is emptied', () => {
  const { mine, theirs, exchange } = twoAuthors('Ett', 'Två', 'Tre', 'Fyra', 'Fem')
  select(mine, 3)
  mine.commands.deleteSelection()
  select(theirs, 1)
  theirs.commands.deleteSelection()
  exchange()
  expect(lines(mine)).toEqual(['Ett', '', 'Tre', '', 'Fem'])
  expect([caretLine(mine), caretLine(theirs)]).toEqual([3, 1])
  mine.commands.joinBackward()
  theirs.commands.joinBackward()
  exchange()
  expect([lines(mine), lines(theirs)]).toEqual([
    ['Ett', 'Tre', 'Fem'],
    ['Ett', 'Tre', 'Fem'],
  ])
})

test('a caret stays in its own of several paragraphs that say the same', () => {
  const { mine, theirs, exchange } = twoAuthors('Samma', 'Annat', 'Samma')
  select(mine, 2)
  mine.commands.setTextSelection(mine.state.selection.from)
  select(theirs, 1)
  theirs.commands.insertContent('Samma')
  exchange()
  expect(lines(mine)).toEqual(['Samma', 'Samma', 'Samma'])
  expect(caretLine(mine)).toBe(2)
})

test('a caret follows its paragraph when another goes away above it', () => {
  const { mine, theirs, exchange } = twoAuthors('', '', 'Här')
  select(mine, 1)
  select(theirs, 0)
  theirs.view.dispatch(theirs.state.tr.delete(0, 2))
  exchange()
  expect(lines(mine)).toEqual(['', 'Här'])
  expect(caretLine(mine)).toBe(0)
})
