import { getSchema } from '@tiptap/core'
import { EditorState } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { documentExtensions } from '../../blocks/extensions.ts'
import { fillHolders } from './keep-paragraphs.ts'

const schema = getSchema(documentExtensions)
const state = (content: object[]): EditorState =>
  EditorState.create({ doc: schema.nodeFromJSON({ type: 'doc', content }), schema })

test('an empty section, cell and list item get a paragraph', () => {
  expect(fillHolders(state([]))?.doc.toString()).toBe('doc(paragraph)')
  const row = { type: 'tableRow', content: [{ type: 'tableCell' }, { type: 'tableHeader' }] }
  const list = { type: 'bulletList', content: [{ type: 'listItem' }] }
  expect(fillHolders(state([{ type: 'table', content: [row] }, list]))?.doc.toString()).toBe(
    'doc(table(tableRow(tableCell(paragraph), tableHeader(paragraph))), bulletList(listItem(paragraph)))',
  )
})

test('a paragraph follows the last table or picture', () => {
  expect(fillHolders(state([{ type: 'image', attrs: { imageId: 'x' } }]))?.doc.toString()).toBe('doc(image, paragraph)')
})

test('what has a place for the caret is left alone', () => {
  expect(
    fillHolders(state([{ type: 'paragraph' }, { type: 'blockquote', content: [{ type: 'paragraph' }] }])),
  ).toBeNull()
})
