import { and, eq, isNull } from 'drizzle-orm'
import { describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { reportDocument, reportUpdate, sectionText } from '#db/schema/document.ts'
import { testDatabase } from '#db/testing/test-database.ts'
import { createDocuments } from '../documents/create-documents.ts'
import { readLog } from '../testing/read-log.ts'
import { collabSuite } from './testing/suite.ts'
import { updateMessage } from './testing/test-client.ts'
import { addParagraph, read, type } from './testing/text.ts'
import { until } from './testing/until.ts'
import { startCollab } from './testing/world.ts'

const database = testDatabase()
const suite = collabSuite(database, { tuning: { foldIdle: 50, foldLongest: 200, foldTail: 20, foldSpacing: 0 } })

async function stored(reportId: string): Promise<Y.Doc> {
  const doc = new Y.Doc()
  const [row] = await suite.database.db.select().from(reportDocument).where(eq(reportDocument.reportId, reportId))
  if (row) Y.applyUpdate(doc, row.state)
  return doc
}

const unfolded = (reportId: string) =>
  suite.database.db
    .select()
    .from(reportUpdate)
    .where(and(eq(reportUpdate.reportId, reportId), isNull(reportUpdate.foldedAt)))

async function projected(sectionId: string): Promise<string | undefined> {
  const [row] = await suite.database.db.select().from(sectionText).where(eq(sectionText.sectionId, sectionId))
  return row?.plainText
}

test('the text is folded and projected soon after the last edit', async () => {
  const { id, sections } = await suite.world.report(suite.mas)
  const [section = ''] = sections
  const a = await suite.join(id)
  type(a.doc, section, 'hej')
  await until('projected', async () => (await projected(section)) === 'hej')
  expect(await unfolded(id)).toHaveLength(0)
  expect(read(await stored(id), section)).toBe('hej')
})

test('typing while it is folded loses nothing, for those who are in and those who come', async () => {
  const { id, sections } = await suite.world.report(suite.mas)
  const [a, b] = [await suite.join(id), await suite.join(id)]
  const joined: Promise<unknown>[] = []
  for (let n = 0; n < 400; n += 1) {
    type(n % 2 ? a.doc : b.doc, sections[n % 3] ?? '', `${n} `)
    if (n % 25 === 24) {
      addParagraph(a.doc, sections[0] ?? '', 'stycke')
      a.doc.getXmlFragment(sections[0]).delete(0, 1)
    }
    if (n % 40 === 0) joined.push(suite.join(id))
    await new Promise(resolve => setTimeout(resolve, 1))
  }
  await Promise.all([...joined, a.allSaved(), b.allSaved()])
  const texts = (doc: Y.Doc): string[] => sections.map(section => read(doc, section))
  const c = await suite.join(id)
  await until('all the same', () => {
    const [one, two, three] = [a, b, c].map(client => JSON.stringify(texts(client.doc)))
    return one === two && two === three
  })
  await until('folded', async () => (await unfolded(id)).length === 0)
  expect(texts(await stored(id))).toEqual(texts(a.doc))
  await until('projected', async () => (await projected(sections[0] ?? '')) === read(a.doc, sections[0] ?? ''))

  const replay = new Y.Doc()
  const rows = await readLog(suite.database.db, id)
  expect(new Set(rows.map(row => row.foldedAt?.getTime())).size).toBeGreaterThan(2)
  const [seed] = await suite.database.db.select().from(reportDocument).where(eq(reportDocument.reportId, id))
  Y.applyUpdate(replay, seed?.state ?? new Uint8Array())
  for (const row of rows) Y.applyUpdate(replay, row.data)
  expect(texts(replay)).toEqual(texts(a.doc))
  expect(replay.store.pendingStructs).toBeNull()
}, 60_000)

test('a long log is folded without waiting for a pause', async () => {
  const { id, sections } = await suite.world.report(suite.mas)
  const server = await startCollab(suite.world, { tuning: { foldIdle: 60_000, foldLongest: 60_000, foldTail: 20 } })
  const a = await suite.join(id, { port: server.port })
  for (let n = 0; n < 30; n += 1) type(a.doc, sections[0] ?? '', 'x')
  await until('folded', async () => (await unfolded(id)).length < 20)
  await server.stop()
})

describe('a room', () => {
  test('is folded and dropped when the last one leaves', async () => {
    const { id, sections } = await suite.world.report(suite.mas)
    const documents = createDocuments(suite.database)
    const fold = vi.spyOn(documents, 'fold')
    const server = await startCollab(suite.world, { documents, tuning: { foldIdle: 60_000 } })
    const a = await suite.join(id, { port: server.port })
    const b = await suite.join(id, { port: server.port })
    type(a.doc, sections[0] ?? '', 'hej')
    await a.allSaved()
    await a.close()
    expect(fold).not.toHaveBeenCalled()
    expect(server.collab.presence.inReport(id)).toHaveLength(1)
    await b.close()
    await until('folded', async () => (await projected(sections[0] ?? '')) === 'hej')
    expect(fold).toHaveBeenCalledOnce()
    await server.stop()
    await documents.close()
  })

  test('is loaded once for twenty who join at the same time', async () => {
    const { id, sections } = await suite.world.report(suite.mas)
    const first = await suite.join(id)
    type(first.doc, sections[0] ?? '', 'text')
    await first.allSaved()
    await suite.restart()
    let loads = 0
    // The stored state is the only thing that is read in a transaction on the bare client.
    const counted = new Proxy(suite.database.sql, {
      get(target, key, receiver) {
        if (key === 'begin') loads += 1
        return Reflect.get(target, key, receiver)
      },
    })
    const server = await startCollab(suite.world, { client: { ...suite.database, sql: counted } })
    const clients = await Promise.all(Array.from({ length: 20 }, () => suite.join(id, { port: server.port })))
    for (const client of clients) expect(read(client.doc, sections[0] ?? '')).toBe('text')
    expect(loads).toBe(1)
    await server.stop()
  })

  test('that everybody leaves and enters at once keeps its text', async () => {
    const { id, sections } = await suite.world.report(suite.mas)
    const [section = ''] = sections
    let expected = ''
    for (let round = 0; round < 20; round += 1) {
      const a = await suite.join(id)
      expect(read(a.doc, section)).toBe(expected)
      type(a.doc, section, `${round} `)
      expected += `${round} `
      // On even rounds the commit is still under way when the only one leaves.
      if (round % 2) await a.allSaved()
      else await until('arrived', async () => a.ws.bufferedAmount === 0)
      await a.close()
    }
  })
})

test('a worker that fails leaves the text in the log, and a later fold takes it', async () => {
  const { id, sections } = await suite.world.report(suite.mas)
  const documents = createDocuments(suite.database)
  let failing = true
  const fold: typeof documents.fold = (...args) =>
    failing ? Promise.reject(new Error('no worker')) : documents.fold(...args)
  const server = await startCollab(suite.world, {
    documents: { ...documents, fold },
    tuning: { foldIdle: 10, foldRetry: 100 },
  })
  const a = await suite.join(id, { port: server.port })
  type(a.doc, sections[0] ?? '', 'hej')
  await a.allSaved()
  expect(read((await suite.join(id, { port: server.port })).doc, sections[0] ?? '')).toBe('hej')
  failing = false
  await until('folded', async () => (await unfolded(id)).length === 0)
  await server.stop()
  await documents.close()
})

test('a reader whose document has deletions that no update spells out is not told of a refusal', async () => {
  const { id, sections } = await suite.world.report(suite.mas)
  const [section = ''] = sections
  const server = await startCollab(suite.world, { tuning: { foldIdle: 60_000, foldLongest: 60_000 } })
  const on = { port: server.port }
  const a = await suite.join(id, on)
  addParagraph(a.doc, section, 'stycke')
  await a.allSaved()
  const b = await suite.join(id, { ...on, silent: true })
  Y.applyUpdate(b.doc, Y.encodeStateAsUpdate(a.doc))
  const before = Y.encodeStateVector(b.doc)
  // One writes in a paragraph while the other deletes it.
  type(b.doc, section, ' med mer')
  a.doc.getXmlFragment(section).delete(0, 2)
  await a.allSaved()
  b.send(updateMessage(Y.encodeStateAsUpdate(b.doc, before)))
  await b.allSaved()
  const reader = await suite.join(id, { ...on, userId: suite.revisor })
  await reader.close()
  const again = await suite.join(id, { ...on, userId: suite.revisor, doc: reader.doc })
  await again.allSaved()
  expect(again.denied).toEqual([])
  // And a deletion of the reader's own is refused, with nothing left in the log to blame it on.
  again.doc.getXmlFragment(sections[1]).delete(0, 1)
  await until('denied', () => again.denied.length === 1)
  await server.stop()
})

test('text that was on its way when a fold began is folded too, though nobody writes any more', async () => {
  const { id, sections } = await suite.world.report(suite.mas)
  const a = await suite.join(id)
  for (let round = 0; round < 10; round += 1) {
    const folding = suite.server.documents.fold(id)
    type(a.doc, sections[0] ?? '', 'x')
    await folding
    await until('folded', async () => (await projected(sections[0] ?? '')) === 'x'.repeat(round + 1))
  }
})

test('what is committed while a slow fold runs gets its own fold, though nobody writes any more', async () => {
  const { id, sections } = await suite.world.report(suite.mas)
  const [section = ''] = sections
  const documents = createDocuments(suite.database)
  const finish: (() => void)[] = []
  const fold: typeof documents.fold = async (...args) => {
    const result = await documents.fold(...args)
    await new Promise<void>(resolve => finish.push(resolve))
    return result
  }
  const server = await startCollab(suite.world, { documents: { ...documents, fold }, tuning: { foldIdle: 10 } })
  const a = await suite.join(id, { port: server.port })
  type(a.doc, section, 'ett ')
  await until('a fold that has read the log', () => finish.length === 1)
  type(a.doc, section, 'två')
  await a.allSaved()
  const end = performance.now() + 50
  await until('long past its turn', () => performance.now() > end)
  finish[0]?.()
  await until('another fold', () => finish.length === 2)
  finish[1]?.()
  await until('projected', async () => (await projected(section)) === 'ett två')
  await a.close()
  await server.stop()
  await documents.close()
})
