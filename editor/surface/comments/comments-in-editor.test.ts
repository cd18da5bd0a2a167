// @vitest-environment jsdom
import { Editor } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { Slice } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import { afterEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { documentExtensions } from '../../blocks/extensions.ts'
import { stretchesAt, wordsIn } from '../../marks/comment/words-between.ts'
import { SectionUndo } from '../collab/section-undo.ts'
import { findMatches } from '../find/matches.ts'
import { replaceMatches } from '../find/replace-matches.ts'
import { ReadOnly } from '../text/read-only.ts'
import { chosenWords } from './chosen-words.ts'
import { threadsOf } from './live-places.ts'
import { ownThreadsOnly } from './own-threads-only.ts'

const editors: Editor[] = []
afterEach(() => {
  for (const editor of editors.splice(0)) editor.destroy()
})

/** A browser's copy of the report with an editor for section `s`. */
function open(doc: Y.Doc, extensions = documentExtensions): { doc: Y.Doc; editor: Editor; undo: SectionUndo } {
  const fragment = doc.getXmlFragment('s')
  const undo = new SectionUndo(fragment)
  const editor = new Editor({
    element: document.createElement('div'),
    extensions: [...extensions, Collaboration.configure({ fragment, yUndoOptions: { undoManager: undo } })],
  })
  editors.push(editor)
  return { doc, editor, undo }
}

const p = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })

function written(...texts: string[]) {
  const opened = open(new Y.Doc())
  opened.editor.commands.setContent({ type: 'doc', content: texts.map(p) })
  return opened
}

const where = ({ state: { doc } }: Editor, words: string): { from: number; to: number } => {
  let from = -1
  doc.descendants((node, pos) => {
    if (from < 0 && node.isTextblock && node.textContent.includes(words))
      from = pos + 1 + node.textContent.indexOf(words)
  })
  if (from < 0) throw new Error(`"${words}" is not there`)
  return { from, to: from + words.length }
}

const select = (editor: Editor, words: string): void => {
  const { from, to } = where(editor, words)
  editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, from, to)))
}

/** What the server does when a thread begins: its change comes as anybody's. */
function commentOn({ doc, editor }: { doc: Y.Doc; editor: Editor }, words: string, thread: string): void {
  const server = open(new Y.Doc())
  Y.applyUpdate(server.doc, Y.encodeStateAsUpdate(doc))
  const { from, to } = where(server.editor, words)
  server.editor.view.dispatch(server.editor.state.tr.addMark(from, to, editor.schema.mark('comment', { thread })))
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(server.doc, Y.encodeStateVector(doc)), 'server')
}

/** The words of each thread, in the shared document. */
function commented(doc: Y.Doc, section = 's'): Record<string, string> {
  const found: Record<string, string> = {}
  const visit = (type: unknown): void => {
    if (type instanceof Y.XmlText)
      for (const { insert, attributes } of type.toDelta() as { insert: string; attributes?: object }[])
        for (const [name, value] of Object.entries(attributes ?? {}))
          if (name.startsWith('comment')) {
            const { thread } = value as { thread: string }
            found[thread] = (found[thread] ?? '') + insert
          }
    if (type instanceof Y.XmlFragment) for (const child of type.toArray()) visit(child)
  }
  visit(doc.getXmlFragment(section))
  return found
}

describe('the place of a thread stays with its words', () => {
  const both = { a: 'Fallen minskade', b: 'minskade under' }
  const start = () => {
    const opened = written('Fallen minskade under året', 'Nästa stycke')
    commentOn(opened, 'Fallen minskade', 'a')
    commentOn(opened, 'minskade under', 'b')
    expect(commented(opened.doc)).toEqual(both)
    return opened
  }

  test('when the paragraph is split in the middle of them, and joined again', () => {
    const { doc, editor } = start()
    editor.chain().setTextSelection(where(editor, 'skade under').from).splitBlock().run()
    expect(editor.getText()).toContain('Fallen min\n')
    expect(commented(doc)).toEqual(both)
    editor.commands.joinBackward()
    expect(editor.getText()).toContain('Fallen minskade')
    expect(commented(doc)).toEqual(both)
  })

  test('when the block becomes a heading, a quotation or a list', () => {
    const { doc, editor } = start()
    editor.commands.setTextSelection(where(editor, 'Fallen').from)
    for (const command of ['toggleBulletList', 'toggleBlockquote'] as const) {
      expect(editor.commands[command]()).toBe(true)
      expect(commented(doc)).toEqual(both)
    }
  })

  test('when words are made bold, and when something is written in and after them', () => {
    const { doc, editor } = start()
    select(editor, 'minskade')
    editor.commands.toggleBold()
    expect(commented(doc)).toEqual(both)
    const middle = where(editor, 'skade').from
    editor.view.dispatch(editor.state.tr.insertText('-', middle))
    editor.view.dispatch(editor.state.tr.insertText(' hela', where(editor, ' året').from))
    expect(commented(doc)).toEqual({ a: 'Fallen min-skade', b: 'min-skade under' })
  })

  test('when they are cut and put into another place, and not twice', () => {
    const { doc, editor } = start()
    const { from, to } = where(editor, 'Fallen minskade')
    const slice = editor.state.doc.slice(from, to)
    editor.view.dispatch(editor.state.tr.delete(from, to))
    expect(commented(doc)).toEqual({ b: ' under' })
    const end = where(editor, 'Nästa stycke').to
    const known = { has: () => true }
    editor.view.dispatch(editor.state.tr.replaceRange(end, end, ownThreadsOnly(slice, known)))
    expect(commented(doc)).toEqual({ a: 'Fallen minskade', b: ' underminskade' })
  })

  test('when the author undoes what they wrote, and what they deleted', () => {
    const { doc, editor, undo } = start()
    undo.stopCapturing()
    const { from, to } = where(editor, 'Fallen minskade under')
    editor.view.dispatch(editor.state.tr.delete(from, to))
    expect(commented(doc)).toEqual({})
    editor.commands.undo()
    expect(commented(doc)).toEqual(both)
    editor.view.dispatch(editor.state.tr.insertText(' och våren', where(editor, ' året').to))
    editor.commands.undo()
    expect(commented(doc)).toEqual(both)
  })

  test('when it begins while the author is offline and writes in the same words', () => {
    const { doc, editor } = written('Fallen minskade under året')
    const server = new Y.Doc()
    Y.applyUpdate(server, Y.encodeStateAsUpdate(doc))
    const other = open(server)
    commentOn(other, 'minskade', 'a')
    editor.view.dispatch(editor.state.tr.insertText('Alla ', where(editor, 'Fallen').from))
    editor.view.dispatch(editor.state.tr.insertText('!', where(editor, 'skade').from))
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(server, Y.encodeStateVector(doc)), 'server')
    Y.applyUpdate(server, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(server)))
    expect(commented(doc)).toEqual({ a: 'min!skade' })
    expect(commented(server)).toEqual({ a: 'min!skade' })
    expect(other.editor.getJSON()).toEqual(editor.getJSON())
  })

  test('when other words of the paragraph are found and replaced', () => {
    const { doc, editor } = start()
    const query = { text: 'året', matchCase: false, wholeWords: false }
    const matches = findMatches(doc, ['s'], query)
    expect(replaceMatches(doc, matches, query, 'våren')).toBe(1)
    expect(editor.getText()).toContain('under våren')
    expect(commented(doc)).toEqual(both)
  })
})

test('text from another report leaves its threads behind', () => {
  const { editor } = written('Fallen minskade')
  const { schema } = editor
  const mark = (thread: string) => schema.mark('comment', { thread })
  const text = schema.text('ord', [mark('own'), schema.mark('bold'), mark('other')])
  const slice = new Slice(schema.nodes.paragraph?.create(null, text).content ?? Slice.empty.content, 0, 0)
  const kept = ownThreadsOnly(slice, { has: thread => thread === 'own' })
  expect(kept.content.firstChild?.marks.map(({ type, attrs }) => attrs.thread ?? type.name).toSorted()).toEqual([
    'bold',
    'own',
  ])
})

test('chosen words are the ones that the shared document has there', () => {
  const { doc, editor } = written('Fallen minskade', 'Trycksåren ökade')
  editor.commands.setTextSelection({ from: where(editor, 'minskade').from, to: where(editor, 'Trycksåren').to })
  const chosen = chosenWords(editor.view, doc.getXmlFragment('s'), 's')
  expect(chosen?.words).toBe('minskade\nTrycksåren')
  const bytes = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'))
  const place = { from: bytes(chosen?.from ?? ''), to: bytes(chosen?.to ?? '') }
  // Written before the words and behind them, it is not among them.
  editor.view.dispatch(editor.state.tr.insertText('inte ', where(editor, 'minskade').from))
  editor.view.dispatch(editor.state.tr.insertText(' alltså', where(editor, 'Trycksåren').to))
  expect(wordsIn(stretchesAt(doc.getXmlFragment('s'), place) ?? [])).toBe('minskade\nTrycksåren')
  editor.commands.setTextSelection(3)
  expect(chosenWords(editor.view, doc.getXmlFragment('s'), 's')).toBeNull()
})

test('who only reads has a caret, and changes nothing; what others write comes', () => {
  const { doc, editor } = written('Fallen minskade')
  const reader = new Y.Doc()
  Y.applyUpdate(reader, Y.encodeStateAsUpdate(doc))
  const updates: Uint8Array[] = []
  const reading = open(reader, [...documentExtensions, ReadOnly])
  reader.on('update', (update, origin) => {
    if (origin !== 'server') updates.push(update)
  })
  select(reading.editor, 'minskade')
  reading.editor.commands.insertContent('ökade')
  reading.editor.commands.deleteSelection()
  reading.editor.commands.toggleBold()
  reading.editor.commands.splitBlock()
  expect(reading.editor.getText()).toBe('Fallen minskade')
  expect(updates).toEqual([])
  editor.view.dispatch(editor.state.tr.insertText(' igen', where(editor, 'Fallen').to))
  Y.applyUpdate(reader, Y.encodeStateAsUpdate(doc), 'server')
  expect(reading.editor.getText()).toBe('Fallen igen minskade')
  expect(threadsOf(reader.getXmlFragment('s'))).toEqual([])
})
