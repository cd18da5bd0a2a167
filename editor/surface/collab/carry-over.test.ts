import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { carryOver } from './carry-over.ts'
import { JointChanges } from './joint-changes.ts'
import { keepOwn } from './keep-own.ts'
import { OwnChanges } from './own-changes.ts'
import type { RefusedSection } from './refused-text.ts'

function paragraph(doc: Y.Doc, section: string, text: string): void {
  const element = new Y.XmlElement('paragraph')
  element.insert(0, [new Y.XmlText(text)])
  doc.getXmlFragment(section).push([element])
}

const textOf = (doc: Y.Doc, section: string, at = 0): Y.XmlText =>
  (doc.getXmlFragment(section).get(at) as Y.XmlElement).get(0) as Y.XmlText

const read = (doc: Y.Doc, section: string): string => doc.getXmlFragment(section).toString()

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

/** What is done in a document from now on. */
function ownChangesIn(doc: Y.Doc): OwnChanges {
  const own = new OwnChanges(new JointChanges(doc))
  doc.on('update', (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
    if (transaction.local) own.made(transaction)
  })
  return own
}

/** A report on the server with two sections, and a browser that has it. */
function report() {
  const server = new Y.Doc()
  for (const section of ['mine', 'theirs']) paragraph(server, section, 'Texten')
  const from = copyOf(server)
  const own = ownChangesIn(from)
  const over = (to: Y.Doc, keeps = (root: string): boolean => root === 'mine') =>
    carryOver({ from, to, own, keeps, origin: 'carried' })
  return { server, from, own, over }
}

describe('what was written where it may be', () => {
  test('goes along, and the server can take it; what was refused does not', () => {
    const { server, from, over } = report()
    textOf(from, 'theirs').insert(0, 'Refuserad: ')
    textOf(from, 'mine').insert(6, ' växer')
    paragraph(from, 'mine', 'Nytt stycke')
    textOf(from, 'mine', 1).format(0, 4, { bold: {} })
    ;(from.getXmlFragment('mine').get(0) as Y.XmlElement).setAttribute('level', '2')
    const to = copyOf(server)
    const updates: Uint8Array[] = []
    to.on('update', (update: Uint8Array, origin: unknown) => origin === 'carried' && updates.push(update))
    const { leftBehind } = over(to)
    expect(read(to, 'mine')).toBe(read(from, 'mine'))
    expect(read(to, 'theirs')).toBe('<paragraph>Texten</paragraph>')
    expect(leftBehind.size).toBe(0)
    for (const update of updates) Y.applyUpdate(server, update)
    expect(read(server, 'mine')).toBe(read(from, 'mine'))
    expect(server.store.pendingStructs).toBeNull()
  })

  test('merges with what others have written and deleted meanwhile', () => {
    const { server, from, over } = report()
    textOf(from, 'theirs').insert(0, 'x')
    textOf(from, 'mine').insert(6, ' efter')
    textOf(server, 'mine').insert(0, 'före ')
    paragraph(server, 'mine', 'Andras stycke')
    const to = copyOf(server)
    over(to)
    expect(read(to, 'mine')).toBe('<paragraph>före Texten efter</paragraph><paragraph>Andras stycke</paragraph>')
  })

  test('is deleted where it was: words of others, and own words again', () => {
    const { server, from, over } = report()
    paragraph(server, 'mine', 'Bort med detta')
    Y.applyUpdate(from, Y.encodeStateAsUpdate(server))
    textOf(from, 'theirs').delete(0, 6)
    from.getXmlFragment('mine').delete(1, 1)
    textOf(from, 'mine').insert(0, 'fel rätt ')
    textOf(from, 'mine').delete(0, 4)
    const to = copyOf(server)
    over(to)
    expect(read(to, 'mine')).toBe('<paragraph>rätt Texten</paragraph>')
    expect(read(to, 'theirs')).toBe('<paragraph>Texten</paragraph>')
  })

  test('goes along a second time, from a document that it was carried to', () => {
    const { server, from, own: first, over } = report()
    textOf(from, 'theirs').insert(0, 'x')
    textOf(from, 'mine').delete(5, 1)
    paragraph(from, 'mine', 'Ett')
    const second = copyOf(server)
    const carried = over(second)
    const own = ownChangesIn(second)
    own.carry(first, carried)
    textOf(second, 'mine', 1).insert(3, ' två')
    textOf(second, 'mine', 1).delete(0, 1)
    const third = copyOf(server)
    carryOver({
      from: second,
      to: third,
      own,
      keeps: () => true,
      origin: null,
    })
    expect(read(third, 'mine')).toBe('<paragraph>Texte</paragraph><paragraph>tt två</paragraph>')
  })
})

test('what others have written and the server has not got is theirs to send; what we wrote in it is left behind', () => {
  const { server, from, over } = report()
  const other = copyOf(server)
  paragraph(other, 'mine', 'Andras')
  Y.applyUpdate(from, Y.encodeStateAsUpdate(other))
  textOf(from, 'mine', 1).insert(6, ' och mitt')
  textOf(from, 'mine').insert(0, 'Mitt: ')
  const to = copyOf(server)
  const { leftBehind } = over(to)
  expect(read(to, 'mine')).toBe('<paragraph>Mitt: Texten</paragraph>')
  expect([...leftBehind]).toEqual(['mine'])
})

test('what others have deleted and the server has not got is theirs to send, or was refused', () => {
  const { server, from, over } = report()
  const other = copyOf(server)
  other.getXmlFragment('mine').delete(0, 1)
  Y.applyUpdate(from, Y.encodeStateAsUpdate(other))
  paragraph(from, 'mine', 'Mitt')
  const to = copyOf(server)
  over(to)
  expect(read(to, 'mine')).toBe('<paragraph>Mitt</paragraph><paragraph>Texten</paragraph>')
})

test('what was written in a paragraph that is gone from the server is left behind', () => {
  const { server, from, over } = report()
  textOf(from, 'mine').insert(0, 'Mitt: ')
  server.getXmlFragment('mine').delete(0, 1)
  const to = copyOf(server)
  expect([...over(to).leftBehind]).toEqual(['mine'])
})

test('nothing to carry leaves the document as it is', () => {
  const { server, over } = report()
  const to = copyOf(server)
  let updates = 0
  to.on('update', () => {
    updates += 1
  })
  expect(over(to)).toEqual({ clients: [], deleted: [], joint: [], leftBehind: new Set(), takenAway: [] })
  expect(updates).toBe(0)
})

test('what waits in the browser for something that it lacks is no reason to fail', () => {
  const { server, from, own, over } = report()
  const other = copyOf(server)
  const updates: Uint8Array[] = []
  other.on('update', (update: Uint8Array) => updates.push(update))
  textOf(other, 'mine').insert(0, 'En annans ')
  textOf(other, 'mine').insert(3, 'helt ')
  textOf(other, 'mine').delete(0, 3)
  const [, built, deletion] = updates
  // The first of them is late.
  if (built) Y.applyUpdate(from, built)
  if (deletion) Y.applyUpdate(from, deletion)
  expect(from.store.pendingStructs).not.toBeNull()
  expect(from.store.pendingDs).not.toBeNull()
  textOf(from, 'mine').insert(6, ' växer')
  const to = copyOf(server)
  own.writers.add(other.clientID)
  const { leftBehind } = over(to)
  expect(read(to, 'mine')).toBe('<paragraph>Texten växer</paragraph>')
  expect(leftBehind.size).toBe(0)
})

describe('what somebody else took away before the server had it', () => {
  /** The writer's words are in a paragraph that another removes; the server has neither. */
  function removed() {
    const { server, from, own, over } = report()
    keepOwn(from, own)
    textOf(from, 'mine').insert(6, ' växer')
    const other = copyOf(from)
    other.getXmlFragment('mine').delete(0, 1)
    Y.applyUpdate(from, Y.encodeStateAsUpdate(other))
    expect(read(from, 'mine')).toBe('')
    return { server, from, own, over }
  }
  const wordsOf = ({ content }: RefusedSection): string => JSON.stringify(content).match(/"text":"([^"]*)"/)?.[1] ?? ''

  test('goes along, and stands where it stood', () => {
    const { server, over } = removed()
    const to = copyOf(server)
    expect(over(to)).toMatchObject({ takenAway: [] })
    expect(read(to, 'mine')).toBe('<paragraph>Texten växer</paragraph>')
  })

  test('is offered where its section was refused', () => {
    const { server, over } = removed()
    const to = copyOf(server)
    const { takenAway, leftBehind } = over(to, () => false)
    expect(takenAway.map(one => [one.sectionId, wordsOf(one)])).toEqual([['mine', 'växer']])
    expect(leftBehind.size).toBe(0)
    expect(read(to, 'mine')).toBe('<paragraph>Texten</paragraph>')
  })

  test('and the removal is there: the words go with the paragraph, as for everybody', () => {
    const { server, over } = removed()
    server.getXmlFragment('mine').delete(0, 1)
    const to = copyOf(server)
    expect(over(to)).toMatchObject({ takenAway: [] })
    expect(read(to, 'mine')).toBe('')
  })

  test('and that the server has as deleted, in nobody’s log, is offered; what is in the log is not', () => {
    const { from, own, over } = report()
    textOf(from, 'mine').insert(6, ' växer')
    // It came back by way of a page that had already removed it.
    const to = copyOf(from)
    to.getXmlFragment('mine').delete(0, 1)
    expect(over(to).takenAway.map(wordsOf)).toEqual(['växer'])
    own.committed(from)
    expect(over(to).takenAway).toEqual([])
  })

  test('is not offered where the writer had taken it away before', () => {
    const { server, from, own, over } = report()
    keepOwn(from, own)
    textOf(from, 'mine').insert(6, ' växer')
    textOf(from, 'mine').delete(6, 6)
    const other = copyOf(from)
    other.getXmlFragment('mine').delete(0, 1)
    Y.applyUpdate(from, Y.encodeStateAsUpdate(other))
    expect(over(copyOf(server), () => false)).toMatchObject({ takenAway: [] })
  })

  test('is forgotten as usual when the server has it', () => {
    const { from, own } = report()
    keepOwn(from, own)
    textOf(from, 'mine').insert(6, ' växer')
    own.committed(from)
    const other = copyOf(from)
    other.getXmlFragment('mine').delete(0, 1)
    Y.applyUpdate(from, Y.encodeStateAsUpdate(other))
    const kept = [...from.store.clients.values()].flat().filter(struct => struct instanceof Y.Item && struct.keep)
    expect(kept).toEqual([])
  })

  test('is offered whole where it says more than its words', () => {
    const { server, from, own, over } = report()
    keepOwn(from, own)
    const list = new Y.XmlElement('statusList')
    list.setAttribute('caption', 'Nämndens mål')
    const goal = new Y.XmlElement('statusItem')
    goal.setAttribute('goal', 'Färre fall')
    const analysis = new Y.XmlElement('paragraph')
    analysis.insert(0, [new Y.XmlText('Arbetet går vidare')])
    goal.insert(0, [analysis])
    list.insert(0, [goal])
    const picture = new Y.XmlElement('image')
    picture.setAttribute('imageId', 'trappa')
    from.getXmlFragment('mine').push([list, picture])
    const other = copyOf(from)
    const words = (other.getXmlFragment('mine').get(1) as Y.XmlElement).get(0) as Y.XmlElement
    ;((words.get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(0, 'Någon annans ord. ')
    other.getXmlFragment('mine').delete(0, 3)
    Y.applyUpdate(from, Y.encodeStateAsUpdate(other))
    const { takenAway } = over(copyOf(server), () => false)
    expect(takenAway.map(({ sectionId, content }) => [sectionId, content.content])).toEqual([
      [
        'mine',
        [
          {
            type: 'statusList',
            attrs: { caption: 'Nämndens mål' },
            content: [
              {
                type: 'statusItem',
                attrs: { goal: 'Färre fall' },
                content: [{ type: 'paragraph', attrs: {}, content: [{ type: 'text', text: 'Arbetet går vidare' }] }],
              },
            ],
          },
        ],
      ],
      ['mine', [{ type: 'image', attrs: { imageId: 'trappa' } }]],
    ])
  })

  test('is offered with its line where it is a figure in the text', () => {
    const { server, from, own, over } = report()
    keepOwn(from, own)
    const figure = new Y.XmlElement('boundNumber')
    figure.setAttribute('indicatorId', 'fall')
    ;(from.getXmlFragment('mine').get(0) as Y.XmlElement).insert(1, [figure])
    textOf(from, 'mine').insert(6, ' minskade: ')
    const other = copyOf(from)
    other.getXmlFragment('mine').delete(0, 1)
    Y.applyUpdate(from, Y.encodeStateAsUpdate(other))
    const { takenAway } = over(copyOf(server), () => false)
    expect(takenAway.map(({ content }) => content.content)).toEqual([
      [
        {
          type: 'paragraph',
          attrs: {},
          content: [
            { type: 'text', text: 'minskade:' },
            { type: 'boundNumber', attrs: { indicatorId: 'fall' } },
          ],
        },
      ],
    ])
  })

  describe('where the words go on from some that the server has', () => {
    /** Letter by letter: Yjs joins what is typed in a row, whatever of it is committed. */
    const type = (doc: Y.Doc, at: number, words: string): void => {
      for (const [index, letter] of [...words].entries()) textOf(doc, 'mine').insert(at + index, letter)
    }
    function begun() {
      const { server, from, own, over } = report()
      keepOwn(from, own)
      type(from, 6, ' växer')
      Y.applyUpdate(server, Y.encodeStateAsUpdate(from))
      return { server, from, own, over }
    }

    test.each([true, false])('only those are offered that were not taken; the others committed: %s', committed => {
      const { server, from, own, over } = begun()
      if (committed) own.committed(from)
      type(from, 12, ' fort')
      server.getXmlFragment('mine').delete(0, 1)
      Y.applyUpdate(from, Y.encodeStateAsUpdate(server))
      expect(over(copyOf(server), () => false).takenAway.map(wordsOf)).toEqual(['fort'])
    })

    test('they are offered where the server lost both them and the removal', () => {
      const { server, from, own, over } = begun()
      const durable = copyOf(from)
      own.committed(from)
      type(from, 12, ' fort')
      Y.applyUpdate(server, Y.encodeStateAsUpdate(from))
      server.getXmlFragment('mine').delete(0, 1)
      Y.applyUpdate(from, Y.encodeStateAsUpdate(server))
      expect(over(durable, () => false).takenAway.map(wordsOf)).toEqual(['fort'])
    })

    test('they are offered where the server has them as deleted, in nobody’s log', () => {
      const { server, from, own, over } = begun()
      own.committed(from)
      type(from, 12, ' fort')
      Y.applyUpdate(server, Y.encodeStateAsUpdate(from))
      server.getXmlFragment('mine').delete(0, 1)
      expect(over(copyOf(server)).takenAway.map(wordsOf)).toEqual(['fort'])
    })
  })
})
