import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { textOnlyIn } from './refused-text.ts'

function write(doc: Y.Doc, section: string, text: string): void {
  const paragraph = new Y.XmlElement('paragraph')
  doc.getXmlFragment(section).push([paragraph])
  const content = new Y.XmlText()
  paragraph.push([content])
  content.insert(0, text)
}

test('finds the sections that only the refused document has text in', () => {
  const stored = new Y.Doc()
  write(stored, 'a', 'Gemensam text')
  write(stored, 'b', 'Också gemensam')
  const refused = new Y.Doc()
  Y.applyUpdate(refused, Y.encodeStateAsUpdate(stored))
  write(refused, 'b', 'För sent')
  expect(textOnlyIn(refused, stored)).toEqual([
    {
      id: expect.any(String),
      sectionId: 'b',
      content: {
        type: 'doc',
        content: [
          { type: 'paragraph', content: [{ type: 'text', text: 'Också gemensam' }] },
          { type: 'paragraph', content: [{ type: 'text', text: 'För sent' }] },
        ],
      },
    },
  ])
})
