import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { JointChanges } from './joint-changes.ts'
import { SectionUndo } from './section-undo.ts'

function paragraph(...texts: string[]): Y.XmlElement {
  const element = new Y.XmlElement('paragraph')
  element.insert(
    0,
    texts.map(text => new Y.XmlText(text)),
  )
  return element
}

const read = (doc: Y.Doc, section: string): string =>
  doc
    .getXmlFragment(section)
    .toString()
    .replaceAll('</paragraph><paragraph>', '|')
    .replaceAll(/<[^>]*>/g, '')

const textIn = (doc: Y.Doc, section: string, block: number): Y.XmlText =>
  (doc.getXmlFragment(section).get(block) as Y.XmlElement).get(0) as Y.XmlText

/** Two people in one report; `exchange` brings each what the other has written. */
function report() {
  const mover = new Y.Doc()
  mover.getXmlFragment('a').push([paragraph('ett'), paragraph('Det här'), paragraph('tre')])
  mover.getXmlFragment('b').push([paragraph('bb')])
  const writer = new Y.Doc()
  const exchange = (): void => {
    const [mine, theirs] = [Y.encodeStateAsUpdate(mover), Y.encodeStateAsUpdate(writer)]
    Y.applyUpdate(writer, mine, 'remote')
    Y.applyUpdate(mover, theirs, 'remote')
    Y.applyUpdate(writer, Y.encodeStateAsUpdate(mover), 'remote')
    for (const section of ['a', 'b']) expect(read(writer, section)).toBe(read(mover, section))
  }
  exchange()
  const sent: Uint8Array[] = []
  writer.on('update', (update: Uint8Array, origin: unknown) => origin !== 'remote' && sent.push(update))
  const joint = new JointChanges(mover)
  const steps = { may: () => true, run: (_other: SectionUndo, step: () => void) => joint.record(['a', 'b'], step) }
  const [a, b] = ['a', 'b'].map(section => new SectionUndo(mover.getXmlFragment(section), steps)) as [
    SectionUndo,
    SectionUndo,
  ]
  a.trackedOrigins.add('mine')
  b.trackedOrigins.add('mine')
  const move = (): void =>
    joint.record(['a', 'b'], () =>
      SectionUndo.join(a, b, () =>
        mover.transact(() => {
          mover.getXmlFragment('a').delete(1, 1)
          mover.getXmlFragment('b').insert(0, [paragraph('Det här')])
        }, 'mine'),
      ),
    )
  return { mover, writer, sent, exchange, move, undo: b }
}

describe('what others were writing in a paragraph while it was moved', () => {
  test('comes after it, at its place, and what follows it too', () => {
    const { mover, writer, exchange, move } = report()
    move()
    textIn(writer, 'a', 1).insert(7, ' skrevs')
    textIn(writer, 'a', 1).insert(0, 'Nu: ')
    textIn(writer, 'a', 1).insert(4 + 3, ' enda')
    exchange()
    expect([read(mover, 'a'), read(mover, 'b')]).toEqual(['ett|tre', 'Nu: Det enda här skrevs|bb'])
  })

  test('comes letter by letter', () => {
    const { mover, writer, move, exchange, sent } = report()
    move()
    for (const [index, letter] of [...' skrevs'].entries()) textIn(writer, 'a', 1).insert(7 + index, letter)
    for (const update of sent) Y.applyUpdate(mover, update, 'remote')
    expect([read(mover, 'a'), read(mover, 'b')]).toEqual(['ett|tre', 'Det här skrevs|bb'])
    exchange()
    expect(read(mover, 'b')).toBe('Det här skrevs|bb')
  })

  test('finds its place though the text has been changed where it is now', () => {
    const { mover, writer, exchange, move } = report()
    move()
    textIn(mover, 'b', 0).delete(4, 3)
    textIn(mover, 'b', 0).insert(0, '>> ')
    textIn(writer, 'a', 1).insert(5, '_')
    textIn(writer, 'a', 1).insert(6, '!')
    exchange()
    expect(read(mover, 'b')).toBe('>> Det _!|bb')
  })

  test('is nothing that the mover takes back', () => {
    const { mover, writer, exchange, move, undo } = report()
    move()
    textIn(writer, 'a', 1).insert(7, ' skrevs')
    exchange()
    undo.undo()
    expect([read(mover, 'a'), read(mover, 'b')]).toEqual(['ett|Det här|tre', ' skrevs|bb'])
  })

  test('is with the text that stands where it was again', () => {
    const { mover, writer, exchange, move, undo } = report()
    move()
    undo.undo()
    textIn(writer, 'a', 1).insert(7, ' skrevs')
    exchange()
    expect([read(mover, 'a'), read(mover, 'b')]).toEqual(['ett|Det här skrevs|tre', 'bb'])
  })

  test('what they delete stays deleted nowhere else, and their other paragraphs stay', () => {
    const { mover, writer, exchange, move } = report()
    move()
    textIn(writer, 'a', 2).insert(0, 'kvar ')
    writer.getXmlFragment('a').insert(2, [paragraph('ny')])
    exchange()
    expect([read(mover, 'a'), read(mover, 'b')]).toEqual(['ett|ny|kvar tre', 'Det här|bb'])
  })

  test('in a new paragraph of a block that has gone stands after the block, all of it', () => {
    const { mover, writer, exchange, move, sent } = report()
    move()
    const gone = writer.getXmlFragment('a').get(1) as Y.XmlElement
    const begun = new Y.XmlText('Ny ')
    gone.insert(1, [begun])
    begun.insert(3, 'rad')
    for (const update of sent) Y.applyUpdate(mover, update, 'remote')
    exchange()
    expect([read(mover, 'a'), read(mover, 'b')]).toEqual(['ett|tre', 'Det här|Ny rad|bb'])
  })
})
