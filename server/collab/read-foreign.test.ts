import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { reportUpdate } from '#db/schema/document.ts'
import { testDatabase } from '#db/testing/test-database.ts'
import { publish } from '../events.ts'
import { RoomText } from './room-text.ts'
import { collabSuite } from './testing/suite.ts'
import { addParagraph, read, type } from './testing/text.ts'
import { until } from './testing/until.ts'
import { readUpdate } from './update.ts'

const database = testDatabase()
// No room folds by itself while the tests run: what arrives came by its row.
const suite = collabSuite(database, { events: true, tuning: { foldIdle: 3_600_000, foldLongest: 3_600_000 } })

/** Puts what `change` does to a copy of the document into the log, past the room. */
async function past(reportId: string, doc: Y.Doc, change: (copy: Y.Doc) => void): Promise<number> {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  const updates: Uint8Array[] = []
  copy.on('update', update => updates.push(update))
  copy.transact(() => change(copy))
  Y.applyUpdate(doc, updates[0] ?? new Uint8Array())
  const data = updates[0] ?? new Uint8Array()
  const [row] = await database.db.insert(reportUpdate).values({ reportId, userId: suite.mas, data }).returning()
  return row?.seq ?? 0
}

const copyOf = (doc: Y.Doc): Y.Doc => {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

test('a row that only deletes reaches the room, though somebody else has folded it already', async () => {
  const { id, sections } = await suite.world.report(suite.mas)
  const [section = ''] = sections
  const [a, b] = [await suite.join(id), await suite.join(id)]
  addParagraph(a.doc, section, 'Bort')
  await a.allSaved()
  const seq = await past(id, copyOf(a.doc), copy => copy.getXmlFragment(section).delete(1, 1))
  await suite.server.documents.fold(id)
  await publish(database.db, { type: 'text', reportId: id, seq })
  for (const { doc } of [a, b]) await until('deleted', () => doc.getXmlFragment(section).length === 1)
  type(b.doc, section, 'vidare')
  await b.allSaved()
  await until('a follows', () => read(a.doc, section) === 'vidare')
  const late = await suite.join(id)
  expect(read(late.doc, section)).toBe('vidare')
})

test('a row that builds on another which the room has not seen brings both', async () => {
  const { id, sections } = await suite.world.report(suite.mas)
  const [section = ''] = sections
  const a = await suite.join(id)
  const elsewhere = copyOf(a.doc)
  await past(id, elsewhere, copy => addParagraph(copy, section, 'ett'))
  const seq = await past(id, elsewhere, copy => type(copy, section, ' två'))
  await publish(database.db, { type: 'text', reportId: id, seq })
  await until('both', () => read(a.doc, section) === '\nett två')
})

test('a committed row from elsewhere is no promise that what was sent before it is committed', () => {
  const empty = { state: new Uint8Array([0, 0]), stateVector: new Uint8Array([0]), deletions: null }
  const text = new RoomText(empty, [])
  const updateOf = (words: string) => {
    const doc = new Y.Doc()
    addParagraph(doc, 's', words)
    return readUpdate(Y.encodeStateAsUpdate(doc))
  }
  const own = updateOf('på väg')
  const moved = text.judge(own)
  if (!(moved instanceof Map)) throw new Error('not new')
  const waiting = text.append(own, moved, 'user')
  const theirs = updateOf('från databasen')
  const theirMoves = text.judge(theirs)
  if (!(theirMoves instanceof Map)) throw new Error('not new')
  const foreign = text.append(theirs, theirMoves, '', { seq: 7, isForeign: true })
  expect(text.lastUncommitted).toBe(waiting)
  expect(text.size).toBe(2 + foreign.bytes.length + waiting.bytes.length)
})
