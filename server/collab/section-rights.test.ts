import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { reportSection } from '#db/schema/report.ts'
import { roleGrant } from '#db/schema/user.ts'
import { testDatabase } from '#db/testing/test-database.ts'
import { CLOSE, MESSAGE } from '#editor/core/collab-protocol.ts'
import { publish } from '../events.ts'
import { readLog } from '../testing/read-log.ts'
import { collabSuite } from './testing/suite.ts'
import { message, updateMessage } from './testing/test-client.ts'
import { addParagraph, read, type } from './testing/text.ts'
import { until } from './testing/until.ts'

const database = testDatabase()
const suite = collabSuite(database, { events: true, tuning: { foldIdle: 60_000, foldLongest: 60_000 } })
let chief: string
let colleague: string
beforeAll(async () => {
  chief = await suite.world.user('Enhetschef', 'bidragsgivare')
  colleague = await suite.world.user('Biträdande enhetschef', 'bidragsgivare')
})

const rowsOf = async (reportId: string): Promise<number> => (await readLog(suite.database.db, reportId)).length

type Change = Partial<typeof reportSection.$inferInsert>

/** As update-section does it. */
async function change(reportId: string, sectionId: string, values: Change): Promise<void> {
  await suite.database.db.transaction(async tx => {
    await tx.update(reportSection).set(values).where(eq(reportSection.id, sectionId))
    await publish(tx, { type: 'structure', reportId })
  })
}

/** A report whose first section is the enhetschef's. */
async function ownReport(): Promise<{ id: string; own: string; other: string; third: string }> {
  const { id, sections } = await suite.world.report(suite.mas)
  const [own = '', other = '', third = ''] = sections
  await suite.database.db.update(reportSection).set({ ownerId: chief }).where(eq(reportSection.id, own))
  return { id, own, other, third }
}

describe('a contributor', () => {
  test('writes in the section that is theirs, and hears the others', async () => {
    const { id, own, other } = await ownReport()
    const [a, b] = [await suite.join(id), await suite.join(id, { userId: chief })]
    type(a.doc, own, 'från MAS')
    type(a.doc, other, 'också')
    await until('heard', () => read(b.doc, own) === 'från MAS' && read(b.doc, other) === 'också')
    type(b.doc, own, ' och enheten')
    addParagraph(b.doc, own, 'Ett stycke till')
    await b.allSaved()
    await until('heard', () => read(a.doc, own) === 'från MAS och enheten\nEtt stycke till')
    expect(b.denied).toEqual([])
  })

  test('writes in no other: not stored, not sent on, told which', async () => {
    const { id, own, other } = await ownReport()
    const [a, b] = [await suite.join(id), await suite.join(id, { userId: chief })]
    type(b.doc, other, 'får inte')
    await until('denied', () => b.denied.length === 1)
    expect(b.denied).toEqual([{ reason: 'section', sections: [other], message: 2 }])
    expect(await rowsOf(id)).toBe(0)
    type(a.doc, own, 'x')
    await a.allSaved()
    const late = await suite.join(id)
    expect([read(late.doc, other), read(a.doc, other)]).toEqual(['', ''])
  })

  test('changes and deletes nothing of the others’ text', async () => {
    const { id, other } = await ownReport()
    const a = await suite.join(id)
    addParagraph(a.doc, other, 'Stycket')
    await a.allSaved()
    const attempts: ((fragment: Y.XmlFragment) => void)[] = [
      fragment => fragment.delete(0, 1),
      fragment => (fragment.get(1) as Y.XmlElement).setAttribute('level', '2'),
      fragment => ((fragment.get(1) as Y.XmlElement).get(0) as Y.XmlText).format(0, 3, { bold: {} }),
      fragment => ((fragment.get(1) as Y.XmlElement).get(0) as Y.XmlText).delete(0, 3),
    ]
    for (const attempt of attempts) {
      const b = await suite.join(id, { userId: chief })
      b.doc.transact(() => attempt(b.doc.getXmlFragment(other)))
      await until('denied', () => b.denied.length === 1)
      expect(b.denied[0]).toMatchObject({ reason: 'section', sections: [other] })
      await b.close()
    }
    expect(read((await suite.join(id)).doc, other)).toBe('\nStycket')
    expect(await rowsOf(id)).toBe(1)
  })

  test('moves nothing into another section, and a mixed update is refused whole', async () => {
    const { id, own, other } = await ownReport()
    const b = await suite.join(id, { userId: chief })
    addParagraph(b.doc, own, 'Kvar')
    await b.allSaved()
    b.doc.transact(() => {
      b.doc.getXmlFragment(own).delete(1, 1)
      addParagraph(b.doc, other, 'Kvar')
    })
    await until('denied', () => b.denied.length === 1)
    expect(b.denied[0]).toMatchObject({ reason: 'section', sections: [other] })
    const late = await suite.join(id)
    expect([read(late.doc, own), read(late.doc, other)]).toEqual(['\nKvar', ''])
  })

  test('undoes and redoes in their own section', async () => {
    const { id, own } = await ownReport()
    const b = await suite.join(id, { userId: chief })
    const undo = new Y.UndoManager(b.doc.getXmlFragment(own), { captureTimeout: 0 })
    addParagraph(b.doc, own, 'Ett')
    addParagraph(b.doc, own, 'Två')
    undo.undo()
    undo.undo()
    undo.redo()
    await b.allSaved()
    expect(b.denied).toEqual([])
    expect(read((await suite.join(id)).doc, own)).toBe('\nEtt')
  })

  test('who comes back from offline brings own text, and all that others deleted is no news', async () => {
    const { id, own, other } = await ownReport()
    const [a, b] = [await suite.join(id), await suite.join(id, { userId: chief })]
    addParagraph(a.doc, other, 'Bort')
    await until('heard', () => read(b.doc, other) === '\nBort')
    await b.close()
    // Written into a paragraph that goes away meanwhile: gone with it, though no update says so.
    const before = Y.encodeStateVector(a.doc)
    const paragraph = a.doc.getXmlFragment(other).get(1) as Y.XmlElement
    paragraph.push([new Y.XmlText(' för')])
    Y.applyUpdate(b.doc, Y.encodeStateAsUpdate(a.doc, before))
    a.doc.getXmlFragment(other).delete(1, 1)
    Y.applyUpdate(b.doc, Y.encodeStateAsUpdate(a.doc))
    type(b.doc, own, 'skrivet utan nät')
    await a.allSaved()
    const again = await suite.join(id, { userId: chief, doc: b.doc })
    await again.allSaved()
    expect(again.denied).toEqual([])
    expect(read((await suite.join(id)).doc, own)).toBe('skrivet utan nät')
  })

  test('is not told off for the tidying that Yjs does by itself in others’ text', async () => {
    const { id, other } = await ownReport()
    const a = await suite.join(id)
    type(a.doc, other, 'ett två tre fyra')
    await a.allSaved()
    const [c, b] = [await suite.join(id), await suite.join(id, { userId: chief })]
    const textOf = (doc: Y.Doc): Y.XmlText => (doc.getXmlFragment(other).get(0) as Y.XmlElement).get(0) as Y.XmlText
    for (let round = 0; round < 10; round += 1) {
      // At the same time, so that marks are left over.
      textOf(a.doc).format(0, 8, { bold: {} })
      textOf(c.doc).format(0, 8, { bold: {} })
      await Promise.all([a.allSaved(), c.allSaved()])
      textOf(a.doc).format(0, 16, { bold: null })
      await a.allSaved()
      await until('b has answered', () => b.saved === b.sent)
    }
    // The first message is the answer on joining.
    expect(b.sent).toBeGreaterThan(1)
    expect(b.denied).toEqual([])
  })

  test('writes as nobody else: others’ next words would be taken for known', async () => {
    const { id, own, other } = await ownReport()
    const [a, b] = [await suite.join(id), await suite.join(id, { userId: chief, silent: true })]
    type(a.doc, other, 'MAS skriver')
    await a.allSaved()
    const forged = new Y.Doc()
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(a.doc))
    const before = Y.encodeStateVector(forged)
    forged.clientID = a.doc.clientID
    type(forged, own, 'i hennes namn')
    b.send(updateMessage(Y.encodeStateAsUpdate(forged, before)))
    await until('denied', () => b.denied.length === 1)
    expect(b.denied[0]).toMatchObject({ reason: 'section', sections: [] })
    type(a.doc, other, ' vidare')
    await a.allSaved()
    expect(read((await suite.join(id)).doc, other)).toBe('MAS skriver vidare')
  })
})

describe('a hostile contributor', () => {
  /** @param make changes a copy of the document; what it adds is sent by a contributor. */
  async function attack(make: (doc: Y.Doc, sections: { own: string; other: string }) => void) {
    const { id, own, other } = await ownReport()
    const a = await suite.join(id)
    for (const section of [own, other]) addParagraph(a.doc, section, 'Texten')
    await a.allSaved()
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(a.doc))
    const before = Y.encodeStateVector(doc)
    make(doc, { own, other })
    const b = await suite.join(id, { userId: chief, silent: true })
    b.send(updateMessage(Y.encodeStateAsUpdate(doc, before)))
    return { a, b, id, other }
  }

  test('writes in a root that is no section', async () => {
    const { b, id } = await attack(doc => doc.getMap('prototype').set('x', 1))
    await until('denied', () => b.denied.length === 1)
    expect(b.denied[0]).toMatchObject({ reason: 'section', sections: [] })
    expect(await rowsOf(id)).toBe(2)
  })

  test('claims a parent that does not exist', async () => {
    const { id } = await ownReport()
    const b = await suite.join(id, { userId: chief, silent: true })
    // One item of client 77 at clock 0: parent is tick 5 of client 99, which nobody has; text "x".
    const update = Uint8Array.from([1, 1, 77, 0, 4, 0, 99, 5, 1, 120, 0])
    b.send(updateMessage(update))
    await until('asked for it', () => b.asked === 2)
    for (let round = 0; round < 3; round += 1) b.send(message(MESSAGE.sync, 1, update))
    expect(await b.closed).toBe(CLOSE.malformed)
    expect(await rowsOf(id)).toBe(0)
  })

  test('names a neighbour in its own section on one side and in another’s on the other', async () => {
    const { id, own, other } = await ownReport()
    const a = await suite.join(id)
    for (const section of [own, other]) addParagraph(a.doc, section, 'Texten')
    await a.allSaved()
    const idOf = (section: string): Y.ID => (a.doc.getXmlFragment(section).get(1)._item as Y.Item).id
    const [left, right] = [idOf(own), idOf(other)]
    const encoder = new Y.UpdateEncoderV1()
    const write = (...values: number[]): void => {
      for (const value of values) encoder.writeLen(value)
    }
    write(1, 1)
    encoder.writeClient(77)
    write(0)
    encoder.writeInfo(0x80 | 0x40 | 4)
    encoder.writeLeftID(left)
    encoder.writeRightID(right)
    encoder.writeString('x')
    write(0)
    const b = await suite.join(id, { userId: chief, silent: true })
    b.send(updateMessage(encoder.toUint8Array()))
    await until('denied', () => b.denied.length === 1)
    expect(b.denied[0]).toMatchObject({ reason: 'section', sections: [other] })
    expect(await rowsOf(id)).toBe(2)
  })
})

describe('a locked section', () => {
  test('takes nothing from anybody, in less than a second; the rest of the report goes on', async () => {
    const { id, own, other } = await ownReport()
    const [a, b] = [await suite.join(id), await suite.join(id, { userId: chief })]
    type(a.doc, own, 'i tid')
    await a.allSaved()
    await change(id, own, { lockedAt: new Date(), lockedBy: suite.mas })
    await until('told', () => a.changed.includes('structure') && b.changed.includes('structure'), 1_000)
    type(a.doc, other, 'går bra')
    await a.allSaved()
    expect(a.denied).toEqual([])
    type(a.doc, own, ' för sent')
    type(b.doc, own, ' för sent')
    await until('both denied', () => a.denied.length === 1 && b.denied.length === 1)
    expect([a.denied[0], b.denied[0]]).toMatchObject(Array(2).fill({ reason: 'locked', sections: [own] }))
    const late = await suite.join(id)
    expect([read(late.doc, own), read(late.doc, other)]).toEqual(['i tid', 'går bra'])
    await change(id, own, { lockedAt: null, lockedBy: null })
    await until('told', () => late.changed.includes('structure'), 1_000)
    type(late.doc, own, ' igen')
    await late.allSaved()
    expect(late.denied).toEqual([])
  })

  test('is locked for those who join later, also after a restart and a fold', async () => {
    const { id, own, other } = await ownReport()
    const a = await suite.join(id)
    for (let times = 0; times < 400; times += 1) addParagraph(a.doc, times % 2 ? own : other, 'Ett stycke med text i.')
    await a.allSaved()
    await change(id, own, { lockedAt: new Date(), lockedBy: suite.mas })
    await suite.restart()
    const b = await suite.join(id)
    type(b.doc, other, 'går bra')
    await b.allSaved()
    // While the index is in use, and after it.
    await suite.server.documents.fold(id)
    ;(b.doc.getXmlFragment(own).get(7) as Y.XmlElement).setAttribute('level', '1')
    await until('denied', () => b.denied.length === 1)
    expect(b.denied[0]).toMatchObject({ reason: 'locked', sections: [own] })
  })
})

describe('while connected', () => {
  test('a section gets another owner', async () => {
    const { id, own, other } = await ownReport()
    const b = await suite.join(id, { userId: chief })
    type(b.doc, own, 'min')
    await b.allSaved()
    await change(id, other, { ownerId: chief })
    await until('told', () => b.changed.length === 1, 1_000)
    type(b.doc, other, 'också min')
    await b.allSaved()
    await change(id, own, { ownerId: suite.mas })
    await until('told', () => b.changed.length === 2, 1_000)
    type(b.doc, own, ' inte nu')
    await until('denied', () => b.denied.length === 1)
    expect(b.denied[0]).toMatchObject({ reason: 'section', sections: [own] })
  })

  test('a section is given to the role that one has, and taken back', async () => {
    const { id, other } = await ownReport()
    const [b, c] = [await suite.join(id, { userId: chief }), await suite.join(id, { userId: colleague })]
    await change(id, other, { ownerRole: 'bidragsgivare' })
    await until('told', () => b.changed.length === 1 && c.changed.length === 1, 1_000)
    type(b.doc, other, 'från den ena')
    await b.allSaved()
    await until('heard', () => read(c.doc, other) === 'från den ena')
    type(c.doc, other, ' och den andra')
    await c.allSaved()
    expect([b.denied, c.denied]).toEqual([[], []])
    await change(id, other, { ownerRole: 'ekonom' })
    await until('told', () => b.changed.length === 2, 1_000)
    type(b.doc, other, ' inte nu')
    await until('denied', () => b.denied.length === 1)
    expect(b.denied[0]).toMatchObject({ reason: 'section', sections: [other] })
  })

  test('the role that owns a section is given to somebody, and taken from them', async () => {
    const { id, third } = await ownReport()
    await change(id, third, { ownerRole: 'ekonom' })
    const b = await suite.join(id, { userId: colleague })
    type(b.doc, third, 'får inte')
    await until('denied', () => b.denied.length === 1)
    await b.close()
    const again = await suite.join(id, { userId: colleague })
    await suite.database.db.transaction(async tx => {
      await tx.insert(roleGrant).values({ userId: colleague, boardId: suite.world.boardId, role: 'ekonom' })
      await publish(tx, { type: 'rights', userId: colleague })
    })
    await until('told', () => again.changed.length === 1, 1_000)
    type(again.doc, third, 'nu går det')
    await again.allSaved()
    await suite.database.db.transaction(async tx => {
      await tx.delete(roleGrant).where(and(eq(roleGrant.userId, colleague), eq(roleGrant.role, 'ekonom')))
      await publish(tx, { type: 'rights', userId: colleague })
    })
    await until('told', () => again.changed.length === 2, 1_000)
    type(again.doc, third, ' inte längre')
    await until('denied', () => again.denied.length === 1)
    expect(read((await suite.join(id)).doc, third)).toBe('nu går det')
  })

  test('an author becomes a contributor, and a contributor a reader', async () => {
    const { id, own } = await ownReport()
    const userId = await suite.world.user('Verksamhetschef', 'mas')
    const a = await suite.join(id, { userId })
    type(a.doc, own, 'som MAS')
    await a.allSaved()
    const become = (role: 'bidragsgivare' | 'revisor') =>
      suite.database.db.transaction(async tx => {
        await tx.update(roleGrant).set({ role }).where(eq(roleGrant.userId, userId))
        await publish(tx, { type: 'rights', userId })
      })
    await become('bidragsgivare')
    await until('told', () => a.changed.length === 1, 1_000)
    type(a.doc, own, ' får inte')
    await until('denied', () => a.denied.length === 1)
    expect(a.denied[0]).toMatchObject({ reason: 'section', sections: [own] })
    await become('revisor')
    await until('told', () => a.changed.length === 2, 1_000)
    type(a.doc, own, ' heller')
    await until('denied', () => a.denied.length === 2)
    expect(a.denied[1]).toEqual({ reason: 'read-only', message: 4 })
  })
})

test('a stock client that goes on after a refusal is refused, not shut out', async () => {
  const { id, own, other } = await ownReport()
  const b = await suite.join(id, { userId: chief })
  type(b.doc, other, 'får inte')
  type(b.doc, own, 'bygger på det')
  await until('all answered', () => b.saved === b.sent && b.denied.length >= 2)
  expect(b.closeCode).toBeNull()
  expect(await rowsOf(id)).toBe(0)
})
