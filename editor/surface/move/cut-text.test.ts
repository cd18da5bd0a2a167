// @vitest-environment jsdom
import { Editor } from '@tiptap/core'
import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import { CellSelection } from '@tiptap/pm/tables'
import { prosemirrorJSONToYXmlFragment } from '@tiptap/y-tiptap'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { documentSchema } from '../../blocks/document-schema.ts'
import { documentExtensions } from '../../blocks/extensions.ts'
import { imageFixture } from '../../blocks/image/fixture.ts'
import { tableFixture } from '../../blocks/table/fixture.ts'
import { type DocumentNode, textOf } from '../../core/document-node.ts'
import { CutText, forgetCutText } from './cut-text.ts'

const mine = { userId: 'mas', reportId: 'r' }
const editors: Editor[] = []
afterEach(() => {
  for (const editor of editors.splice(0)) editor.destroy()
  sessionStorage.clear()
})

const paragraph = (text: string): DocumentNode => ({ type: 'paragraph', content: [{ type: 'text', text }] })

function open(...content: DocumentNode[]): Editor {
  const editor = new Editor({ extensions: documentExtensions, content: { type: 'doc', content } })
  editors.push(editor)
  return editor
}

/** The report's document, with a text in one section. */
function reportWith(...content: DocumentNode[]): Y.Doc {
  const doc = new Y.Doc()
  prosemirrorJSONToYXmlFragment(documentSchema, { type: 'doc', content }, doc.getXmlFragment('other'))
  return doc
}

const words = (cut: CutText, doc: Y.Doc): string | null => {
  const left = cut.left(doc)
  return left && textOf(left.content)
}

test('words of a line are left until a line with them stands somewhere', () => {
  const { state } = open(paragraph('Fallen minskade under året.'))
  const cut = new CutText(mine)
  cut.keep('s', TextSelection.create(state.doc, 8, 22))
  expect(cut.left(reportWith(paragraph('Annat')))?.sectionId).toBe('s')
  expect(words(cut, reportWith(paragraph('Annat')))).toBe('minskade under')
  expect(words(cut, reportWith(paragraph('Som minskade under hösten')))).toBeNull()
  // And it is forgotten for good.
  expect(words(cut, reportWith())).toBeNull()
})

test('of two paragraphs both must stand somewhere', () => {
  const { state } = open(paragraph('Ett stycke'), paragraph('Ett till'))
  const cut = new CutText(mine)
  cut.keep('s', TextSelection.create(state.doc, 1, state.doc.content.size - 1))
  expect(words(cut, reportWith(paragraph('Ett stycke')))).toContain('Ett till')
  expect(words(cut, reportWith(paragraph('Ett stycke'), paragraph('Ett till')))).toBeNull()
})

test('a picture is left until it stands somewhere', () => {
  const { state } = open(imageFixture)
  const cut = new CutText(mine)
  cut.keep('s', NodeSelection.create(state.doc, 0))
  expect(cut.left(reportWith(paragraph('Annat')))?.content.content?.[0]?.type).toBe('image')
  expect(cut.left(reportWith(imageFixture))).toBeNull()
})

test('cells of a table are offered as a table', () => {
  const { state } = open(tableFixture)
  const cut = new CutText(mine)
  const at: number[] = []
  state.doc.descendants((node, pos) => void (/^table(Cell|Header)$/.test(node.type.name) && at.push(pos)))
  cut.keep('s', CellSelection.create(state.doc, at[0] ?? 0, at[1] ?? 0))
  const left = cut.left(reportWith())
  expect(left?.content.content?.map(({ type }) => type)).toEqual(['table'])
  expect(() => documentSchema.nodeFromJSON(left?.content).check()).not.toThrow()
})

test('only the same person is offered it, in the same report, and nobody after signing out', () => {
  const { state } = open(paragraph('Hemligt'))
  new CutText(mine).keep('s', TextSelection.create(state.doc, 1, 8))
  expect(words(new CutText({ ...mine, userId: 'mar' }), reportWith())).toBeNull()
  expect(words(new CutText({ ...mine, reportId: 'another' }), reportWith())).toBeNull()
  expect(words(new CutText(mine), reportWith())).toBe('Hemligt')
  forgetCutText('mas')
  expect(words(new CutText(mine), reportWith())).toBeNull()
})

test('what is offered and thrown away does not take along what was cut out since', () => {
  const { state } = open(paragraph('Ett två'))
  const cut = new CutText(mine)
  cut.keep('s', TextSelection.create(state.doc, 1, 4))
  const first = cut.left(reportWith())
  cut.keep('s', TextSelection.create(state.doc, 5, 8))
  if (first) cut.forget(first)
  expect(words(cut, reportWith())).toBe('två')
})
