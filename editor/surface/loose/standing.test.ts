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
import type { DocumentNode } from '../../core/document-node.ts'
import type { RefusedSection } from '../collab/refused-text.ts'
import { cutSection } from './cut-section.ts'
import { standsIn } from './standing.ts'

const editors: Editor[] = []
afterEach(() => {
  for (const editor of editors.splice(0)) editor.destroy()
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

function cutOf(section: RefusedSection | null): RefusedSection {
  if (!section) throw new Error('nothing was cut out')
  return section
}

test('words of a line stand where a line has them', () => {
  const { state } = open(paragraph('Fallen minskade under året.'))
  const cut = cutOf(cutSection('s', TextSelection.create(state.doc, 8, 22)))
  expect(cut.sectionId).toBe('s')
  expect(standsIn(cut, reportWith(paragraph('Annat')))).toBe(false)
  expect(standsIn(cut, reportWith(paragraph('Som minskade under hösten')))).toBe(true)
})

test('of two paragraphs both must stand somewhere', () => {
  const { state } = open(paragraph('Ett stycke'), paragraph('Ett till'))
  const cut = cutOf(cutSection('s', TextSelection.create(state.doc, 1, state.doc.content.size - 1)))
  expect(standsIn(cut, reportWith(paragraph('Ett stycke')))).toBe(false)
  expect(standsIn(cut, reportWith(paragraph('Ett stycke'), paragraph('Ett till')))).toBe(true)
})

test('a picture stands where the same one does', () => {
  const { state } = open(imageFixture)
  const cut = cutOf(cutSection('s', NodeSelection.create(state.doc, 0)))
  expect(standsIn(cut, reportWith(paragraph('Annat')))).toBe(false)
  expect(standsIn(cut, reportWith(imageFixture))).toBe(true)
})

test('cells of a table are a table', () => {
  const { state } = open(tableFixture)
  const at: number[] = []
  state.doc.descendants((node, pos) => void (/^table(Cell|Header)$/.test(node.type.name) && at.push(pos)))
  const cut = cutOf(cutSection('s', CellSelection.create(state.doc, at[0] ?? 0, at[1] ?? 0)))
  expect(cut.content.content?.map(({ type }) => type)).toEqual(['table'])
  expect(() => documentSchema.nodeFromJSON(cut.content).check()).not.toThrow()
})
