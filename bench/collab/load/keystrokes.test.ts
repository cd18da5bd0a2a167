import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { clocksOf, FIRST_KEY, keystroke, opening } from './keystrokes.ts'

test('a keystroke is byte for byte what Yjs sends for one', () => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, opening(77, 'avsnitt'))
  // Afterwards: Yjs takes another number when it hears its own from elsewhere.
  doc.clientID = 77
  const sent: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => sent.push(update))
  const paragraph = doc.getXmlFragment('avsnitt').get(0)
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
  if (!(text instanceof Y.XmlText)) throw new Error('no text')
  for (let key = 0; key < 200; key += 1) text.insert(text.length, 'x')
  expect(sent).toEqual(Array.from({ length: 200 }, (_, key) => keystroke(77, FIRST_KEY + key)))
})

test('the clocks of an update are those after it', () => {
  expect([...clocksOf(opening(77, 'avsnitt'))]).toEqual([[77, FIRST_KEY]])
  expect([...clocksOf(keystroke(77, 500))]).toEqual([[77, 501]])
  expect([...clocksOf(keystroke(77, 500))]).toEqual([[77, 501]])
})
