import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { carryOver } from './carry-over.ts'
import { JointChanges, without } from './joint-changes.ts'

function paragraph(text: string): Y.XmlElement {
  const element = new Y.XmlElement('paragraph')
  element.insert(0, [new Y.XmlText(text)])
  return element
}

const texts = (doc: Y.Doc, section: string): string[] =>
  doc
    .getXmlFragment(section)
    .toArray()
    .map(block => block.toString().replaceAll(/<[^>]*>/g, ''))

/** A report with text in two sections, on the server and in a browser that moves some of it. */
function report() {
  const server = new Y.Doc()
  server.getXmlFragment('a').push(['ett', 'två'].map(paragraph))
  server.getXmlFragment('b').push([paragraph('bb')])
  const from = new Y.Doc()
  Y.applyUpdate(from, Y.encodeStateAsUpdate(server))
  const joint = new JointChanges(from)
  joint.record(['a', 'b'], () =>
    from.transact(() => {
      from.getXmlFragment('a').delete(1, 1)
      from.getXmlFragment('b').push([paragraph('två')])
    }),
  )
  const afterRefusalOf = (refused: string): { to: Y.Doc; leftBehind: Set<string> } => {
    const to = new Y.Doc()
    Y.applyUpdate(to, Y.encodeStateAsUpdate(server))
    const keeps = (section: string): boolean => section !== refused
    const ours = new Set([from.clientID])
    const { leftBehind } = carryOver({ from, to, ours, keeps, held: joint.heldBack(keeps), origin: 'carried' })
    return { to, leftBehind }
  }
  return { from, afterRefusalOf }
}

test('where the text may not come in, it is not taken out either', () => {
  const { from, afterRefusalOf } = report()
  from.getXmlFragment('a').insert(0, [paragraph('tre')])
  from.getXmlFragment('a').delete(1, 1)
  const { to } = afterRefusalOf('b')
  expect(texts(to, 'a')).toEqual(['tre', 'två'])
  expect(texts(to, 'b')).toEqual(['bb'])
})

test('where it may not be taken out, it does not come in, and what was written in it is offered', () => {
  const { from, afterRefusalOf } = report()
  const moved = from.getXmlFragment('b').get(1) as Y.XmlElement
  ;(moved.get(0) as Y.XmlText).insert(3, ' och mer')
  from.getXmlFragment('b').insert(0, [paragraph('först')])
  const { to, leftBehind } = afterRefusalOf('a')
  expect(texts(to, 'a')).toEqual(['ett', 'två'])
  expect(texts(to, 'b')).toEqual(['först', 'bb'])
  expect([...leftBehind]).toEqual(['b'])
})

test('what was refused in neither goes along whole', () => {
  const { to, leftBehind } = report().afterRefusalOf('c')
  expect([texts(to, 'a'), texts(to, 'b')]).toEqual([['ett'], ['bb', 'två']])
  expect(leftBehind.size).toBe(0)
})

test('a range without others', () => {
  const range = (clock: number, length: number, client = 1) => ({ client, clock, length })
  expect(without(range(0, 10), [range(3, 2), range(8, 5), range(0, 10, 2)])).toEqual([range(0, 3), range(5, 3)])
  expect(without(range(4, 2), [range(0, 10)])).toEqual([])
})
