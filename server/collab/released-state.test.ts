import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { reportUpdate } from '#db/schema/document.ts'
import { testDatabase } from '#db/testing/test-database.ts'
import { collabSuite } from './testing/suite.ts'
import { addParagraph, read, type } from './testing/text.ts'
import { until } from './testing/until.ts'

const database = testDatabase()
const suite = collabSuite(database, { tuning: { stateKept: 20, foldIdle: 30, foldLongest: 100 } })

const released = () => until('released', () => suite.server.collab.state().states === 0)

/** Folded, and let go of: the room has no text but in the database. */
async function atRest(reportId: string): Promise<void> {
  const folded = async (): Promise<boolean> => {
    const rows = await database.db.select().from(reportUpdate).where(eq(reportUpdate.reportId, reportId))
    return rows.length > 0 && rows.every(row => row.foldedAt !== null)
  }
  // The first one waits for the worker to load its code.
  await until('folded', folded, 60_000)
  await released()
}

test('who comes to a report at rest gets all of its text, however many come at once', async () => {
  const { id, sections } = await suite.world.report(suite.mas)
  const [section = ''] = sections
  const a = await suite.join(id)
  type(a.doc, section, 'hej')
  await a.allSaved()
  await atRest(id)
  const others = await Promise.all(Array.from({ length: 10 }, () => suite.join(id)))
  for (const { doc } of others) expect(read(doc, section)).toBe('hej')
  // And what they write goes on from there.
  type(others[3]?.doc ?? new Y.Doc(), section, ' på dig')
  await until('heard', () => [a, ...others].every(({ doc }) => read(doc, section) === 'hej på dig'))
}, 90_000)

test('who was away gets what they lack, and who lacks nothing is told so', async () => {
  const { id, sections } = await suite.world.report(suite.mas)
  const [section = ''] = sections
  const [a, b] = [await suite.join(id), await suite.join(id)]
  type(a.doc, section, 'ett')
  await until('heard', () => read(b.doc, section) === 'ett')
  b.ws.terminate()
  addParagraph(a.doc, section, 'två')
  a.doc.getXmlFragment(section).delete(0, 1)
  await a.allSaved()
  await atRest(id)
  const back = await suite.join(id, { doc: b.doc })
  expect(read(back.doc, section)).toBe('två')
  await back.allSaved()
  await released()
  const again = await suite.join(id, { doc: a.doc })
  expect(read(again.doc, section)).toBe('två')
  await again.allSaved()
})

test('somebody else has folded meanwhile: everyone gets what that brought', async () => {
  const { id, sections } = await suite.world.report(suite.mas)
  const [section = ''] = sections
  const a = await suite.join(id)
  type(a.doc, section, 'här')
  await a.allSaved()
  await atRest(id)
  const elsewhere = new Y.Doc()
  addParagraph(elsewhere, section, 'där')
  const data = Y.encodeStateAsUpdate(elsewhere)
  await database.db.insert(reportUpdate).values({ reportId: id, userId: suite.mas, data })
  await suite.server.documents.fold(id)
  const b = await suite.join(id)
  expect(read(b.doc, section)).toContain('där')
  await until('heard', () => read(a.doc, section) === read(b.doc, section))
})
