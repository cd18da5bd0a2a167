import { getSchema } from '@tiptap/core'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { documentExtensions } from '../../blocks/extensions.ts'
import { unknownContent } from './unknown-content.ts'

const schema = getSchema(documentExtensions)

type Parent = Y.XmlFragment | Y.XmlElement

function add(parent: Parent, name: string): Y.XmlElement {
  const element = new Y.XmlElement(name)
  parent.push([element])
  return element
}

function write(parent: Parent, text: string, marks: Record<string, object> = {}): void {
  const content = new Y.XmlText()
  add(parent, 'paragraph').push([content])
  content.insert(0, text, marks)
}

test('known nodes and marks pass', () => {
  const fragment = new Y.Doc().getXmlFragment('section')
  write(fragment, 'Fetstil', { bold: {} })
  add(add(fragment, 'table'), 'tableRow')
  expect(unknownContent(fragment, schema)).toEqual([])
})

test('names every unknown node and mark once, however deep', () => {
  const fragment = new Y.Doc().getXmlFragment('section')
  const cell = add(add(add(fragment, 'table'), 'tableRow'), 'tableCell')
  write(cell, 'a', { shimmer: {} })
  add(cell, 'hologram')
  write(fragment, 'b', { 'shimmer--a1b2c3d4': { id: 1 } })
  add(fragment, 'hologram')
  expect(unknownContent(fragment, schema)).toEqual(['shimmer', 'hologram'])
})
