import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { carryOver } from './carry-over.ts'
import { JointChanges } from './joint-changes.ts'
import { OwnChanges } from './own-changes.ts'

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
  const own = new OwnChanges(joint)
  from.on('update', (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
    own.made(transaction)
  })
  joint.record(['a', 'b'], () =>
    from.transact(() => {
      from.getXmlFragment('a').delete(1, 1)
      from.getXmlFragment('b').push([paragraph('två')])
    }),
  )
  const afterRefusalOf = (refused: string) => {
    const to = new Y.Doc()
    Y.applyUpdate(to, Y.encodeStateAsUpdate(server))
    const keeps = (section: string): boolean => section !== refused
    return {
      to,
      ...carryOver({ from, to, own, keeps, origin: 'carried' }),
    }
  }
  return { server, from, own, afterRefusalOf }
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

test('where the place that it went to is gone, it stays where it stood, and what was written in it is offered', () => {
  const server = new Y.Doc()
  server.getXmlFragment('a').push([paragraph('ett')])
  server.getXmlFragment('b').push([paragraph('bb')])
  const from = new Y.Doc()
  Y.applyUpdate(from, Y.encodeStateAsUpdate(server))
  // Beside text of somebody else that the server took back.
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(server))
  other.getXmlFragment('b').push([paragraph('återtaget')])
  Y.applyUpdate(from, Y.encodeStateAsUpdate(other))
  const joint = new JointChanges(from)
  const own = new OwnChanges(joint)
  from.on('update', (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
    own.made(transaction)
  })
  joint.record(['a', 'b'], () =>
    from.transact(() => {
      from.getXmlFragment('a').delete(0, 1)
      from.getXmlFragment('b').push([paragraph('ett')])
    }),
  )
  const to = new Y.Doc()
  Y.applyUpdate(to, Y.encodeStateAsUpdate(server))
  const carried = carryOver({
    from,
    to,
    own,
    keeps: () => true,
    origin: 'carried',
  })
  expect([texts(to, 'a'), texts(to, 'b')]).toEqual([['ett'], ['bb']])
  expect([[...carried.leftBehind], carried.joint]).toEqual([['b'], []])
})

test('what went along whole is named as it is there: refused after that, it is taken back whole', () => {
  const { server, from, own, afterRefusalOf } = report()
  from.getXmlFragment('c').push([paragraph('nekas')])
  const { to, clients, deleted, joint } = afterRefusalOf('c')
  const next = new OwnChanges(new JointChanges(to))
  next.carry(own, { clients, deleted, joint })
  const last = new Y.Doc()
  Y.applyUpdate(last, Y.encodeStateAsUpdate(server))
  const keeps = (section: string): boolean => section !== 'b'
  carryOver({
    from: to,
    to: last,
    own: next,
    keeps,
    origin: 'carried',
  })
  expect([texts(last, 'a'), texts(last, 'b')]).toEqual([['ett', 'två'], ['bb']])
})
