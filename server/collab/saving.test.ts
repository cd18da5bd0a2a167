import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { connect } from '#db/client.ts'
import { testDatabase } from '#db/testing/test-database.ts'
import { CLOSE, MESSAGE } from '#editor/core/collab-protocol.ts'
import { readLog } from '../testing/read-log.ts'
import { DatabaseProxy } from './testing/database-proxy.ts'
import { collabSuite } from './testing/suite.ts'
import { message } from './testing/test-client.ts'
import { addParagraph, read, type } from './testing/text.ts'
import { until } from './testing/until.ts'
import { startCollab } from './testing/world.ts'

const database = testDatabase()
const suite = collabSuite(database, { tuning: { foldIdle: 60_000, foldLongest: 60_000 } })

const logOf = (reportId: string) => readLog(suite.database.db, reportId)

/** Holds a lock that stops INSERTs into the log until `release`. */
async function blockLog(): Promise<{ release: () => Promise<void> }> {
  const other = connect(suite.database.url, { max: 1 })
  const connection = await other.sql.reserve()
  await connection`begin`
  await connection`lock table report_update in share mode`
  return {
    async release() {
      await connection`commit`
      connection.release()
      await other.close()
    },
  }
}

const blockedInserts = async (): Promise<number> => {
  const [row] = await suite.database.sql<{ n: number }[]>`
    select count(*)::int as n from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock' and query like '%insert into report_update%'`
  return row?.n ?? 0
}

describe('"saved"', () => {
  test('comes after COMMIT and not before', async () => {
    const { id, sections } = await suite.world.report(suite.mas)
    const [section = ''] = sections
    const a = await suite.join(id)
    const b = await suite.join(id)
    await a.allSaved()
    const before = a.saved
    const block = await blockLog()
    type(a.doc, section, 'hej')
    // Others see it at once; the INSERT is under way and waits.
    await until('b has it', () => read(b.doc, section) === 'hej')
    await until('the INSERT waits', async () => (await blockedInserts()) === 1)
    expect(a.saved).toBe(before)
    expect(await logOf(id)).toHaveLength(0)
    await block.release()
    await a.allSaved()
    expect(await logOf(id)).toHaveLength(1)
  })

  test('does not come for text that is here but not committed', async () => {
    const { id, sections } = await suite.world.report(suite.mas)
    const [section = ''] = sections
    const a = await suite.join(id)
    await a.allSaved()
    const block = await blockLog()
    type(a.doc, section, 'hej')
    await until('the INSERT waits', async () => (await blockedInserts()) === 1)
    // The same text again, from a connection that has it all: its step 2 brings nothing new.
    const again = await suite.join(id, { doc: a.doc })
    expect(again.sent).toBeGreaterThan(0)
    expect(again.saved).toBe(0)
    await block.release()
    await again.allSaved()
  })

  test('counts every message with an update, the empty ones too', async () => {
    const { id, sections } = await suite.world.report(suite.mas)
    const a = await suite.join(id)
    expect(a.sent).toBe(1)
    await a.allSaved()
    for (let n = 0; n < 50; n += 1) type(a.doc, sections[n % 3] ?? '', 'x')
    expect(a.sent).toBe(51)
    await a.allSaved()
  })

  test('is not sent to a stock client', async () => {
    const { id, sections } = await suite.world.report(suite.mas)
    const a = await suite.join(id, { version: null })
    const b = await suite.join(id)
    type(a.doc, sections[0] ?? '', 'hej')
    await until('stored', async () => (await logOf(id)).length === 1)
    type(b.doc, sections[1] ?? '', 'hej')
    await b.allSaved()
    expect([...a.heard.keys()].every(kind => kind < 100)).toBe(true)
  })
})

describe('the log', () => {
  test('has each update once, in order, with its author', async () => {
    const { id, sections } = await suite.world.report(suite.mas)
    const [section = ''] = sections
    const a = await suite.join(id)
    const words = Array.from({ length: 100 }, (_, n) => `${n} `)
    for (const word of words) type(a.doc, section, word)
    await a.allSaved()
    const rows = await logOf(id)
    expect(rows).toHaveLength(100)
    expect(rows.every(row => row.userId === suite.mas)).toBe(true)
    // In the order of `seq`, each can be applied at once: nothing waits for what comes later.
    const { state } = await suite.server.documents.fold(id)
    const replay = new Y.Doc()
    Y.applyUpdate(replay, state)
    expect(read(replay, section)).toBe(words.join(''))
  })

  test('of several rooms is written together, and each writer hears of its own', async () => {
    const reports = await Promise.all([1, 2, 3, 4, 5].map(() => suite.world.report(suite.mas)))
    const clients = await Promise.all(reports.map(({ id }) => suite.join(id)))
    for (let n = 0; n < 20; n += 1) {
      for (const [index, client] of clients.entries()) type(client.doc, reports[index]?.sections[0] ?? '', `${index}`)
    }
    await Promise.all(clients.map(client => client.allSaved()))
    for (const { id } of reports) expect(await logOf(id)).toHaveLength(20)
  })

  test('does not grow when somebody connects who has nothing new', async () => {
    const { id, sections } = await suite.world.report(suite.mas)
    const [section = ''] = sections
    const a = await suite.join(id)
    for (const word of ['ett', 'två', 'tre']) addParagraph(a.doc, section, word)
    a.doc.getXmlFragment(section).delete(1, 1)
    await a.allSaved()
    const rows = (await logOf(id)).length
    await a.close()
    const b = await suite.join(id)
    const again = await suite.join(id, { doc: a.doc })
    await again.allSaved()
    expect(await logOf(id)).toHaveLength(rows)
    // Nor is the old list of deletions sent around.
    expect(b.heard.get(MESSAGE.sync)).toBe((await suite.join(id)).heard.get(MESSAGE.sync))
  })

  test('takes what was written and deleted offline', async () => {
    const { id, sections } = await suite.world.report(suite.mas)
    const [section = '', second = ''] = sections
    const a = await suite.join(id)
    for (const word of ['ett', 'två', 'tre']) addParagraph(a.doc, section, word)
    await a.allSaved()
    await a.close()
    a.doc.getXmlFragment(section).delete(1, 1)
    type(a.doc, second, 'offline')
    const b = await suite.join(id)
    const again = await suite.join(id, { doc: a.doc })
    await again.allSaved()
    await until('b has it', () => read(b.doc, section) === '\ntvå\ntre' && read(b.doc, second) === 'offline')
    // A deletion alone is new too.
    await again.close()
    a.doc.getXmlFragment(section).delete(1, 1)
    await (await suite.join(id, { doc: a.doc })).allSaved()
    await until('b has it', () => read(b.doc, section) === '\ntre')
  })
})

describe('an update that builds on something missing', () => {
  test('is not stored; the client is asked, and its answer brings everything', async () => {
    const { id, sections } = await suite.world.report(suite.mas)
    const [section = ''] = sections
    const b = await suite.join(id)
    const a = await suite.join(id, { silent: true })
    const updates: Uint8Array[] = []
    Y.applyUpdate(a.doc, Y.encodeStateAsUpdate(b.doc))
    a.doc.on('update', update => updates.push(update))
    for (const word of ['ett ', 'två ', 'tre']) type(a.doc, section, word)
    const [, second, third] = updates
    for (const update of [second, third]) a.send(message(MESSAGE.sync, 2, update ?? new Uint8Array()))
    await until('asked', () => a.asked === 2)
    expect(await logOf(id)).toHaveLength(0)
    expect(a.saved).toBe(0)
    a.send(message(MESSAGE.sync, 1, Y.encodeStateAsUpdate(a.doc)))
    await a.allSaved()
    await until('b has it', () => read(b.doc, section) === 'ett två tre')
    const stored = new Y.Doc()
    Y.applyUpdate(stored, (await suite.server.documents.fold(id)).state)
    expect(stored.store.pendingStructs).toBeNull()
    expect(read(stored, section)).toBe('ett två tre')
  })

  test('and cannot be completed closes the connection', async () => {
    const { id } = await suite.world.report(suite.mas)
    const elsewhere = new Y.Doc()
    type(elsewhere, 'x', 'a')
    const early = Y.encodeStateVector(elsewhere)
    type(elsewhere, 'x', 'b')
    const late = Y.encodeStateAsUpdate(elsewhere, early)
    const a = await suite.join(id, { silent: true })
    for (let answer = 0; answer < 5; answer += 1) a.send(message(MESSAGE.sync, 1, late))
    expect(await a.closed).toBe(CLOSE.malformed)
    expect(await logOf(id)).toHaveLength(0)
  })
})

describe('while the database is away', () => {
  test('people go on writing, and everything is committed when it is back', async () => {
    const { id, sections } = await suite.world.report(suite.mas)
    const [section = ''] = sections
    const proxy = await DatabaseProxy.start(suite.database.url)
    const server = await startCollab(suite.world, {
      client: proxy.client,
      tuning: { commitBackoff: [10, 50], foldIdle: 60_000 },
    })
    const a = await suite.join(id, { port: server.port })
    const b = await suite.join(id, { port: server.port })
    type(a.doc, section, 'före ')
    await a.allSaved()
    const before = a.saved
    proxy.down()
    type(a.doc, section, 'utan ')
    type(a.doc, section, 'databas ')
    await until('b has it', () => read(b.doc, section) === 'före utan databas ')
    // Who comes now is told to come back.
    expect(await suite.client({ reportId: id, port: server.port }).closed).toBe(CLOSE.restarting)
    expect(a.saved).toBe(before)
    proxy.back()
    type(a.doc, section, 'efter')
    await a.allSaved(20_000)
    expect(await logOf(id)).toHaveLength(4)
    await server.stop()
    await proxy.stop()
  })

  test('writers are no longer read when too much waits, and nothing is lost', async () => {
    const { id, sections } = await suite.world.report(suite.mas)
    const proxy = await DatabaseProxy.start(suite.database.url)
    const server = await startCollab(suite.world, {
      client: proxy.client,
      tuning: { commitBackoff: [10, 50], uncommittedBytes: 100_000, foldIdle: 60_000 },
    })
    const a = await suite.join(id, { port: server.port })
    const b = await suite.join(id, { port: server.port, userId: suite.revisor })
    await a.allSaved()
    proxy.down()
    const word = 'x'.repeat(10_000)
    const sent = 100
    for (let n = 0; n < sent; n += 1) {
      type(a.doc, sections[0] ?? '', word)
      await new Promise(resolve => setImmediate(resolve))
    }
    await until('much of it is here', () => read(b.doc, sections[0] ?? '').length >= 100_000)
    proxy.back()
    await a.allSaved(20_000)
    await until('b has everything', () => read(b.doc, sections[0] ?? '').length === sent * word.length)
    expect(await logOf(id)).toHaveLength(sent)
    await server.stop()
    await proxy.stop()
  })
})

describe('close()', () => {
  test('commits everything, tells when to come back, and closes with 1012', async () => {
    const { id, sections } = await suite.world.report(suite.mas)
    const [section = ''] = sections
    const server = await startCollab(suite.world)
    const a = await suite.join(id, { port: server.port })
    const b = await suite.join(id, { port: server.port })
    const block = await blockLog()
    type(a.doc, section, 'sista ordet')
    await until('b has it', () => read(b.doc, section) === 'sista ordet')
    const stopped = server.stop()
    await until('told', () => a.comeBackIn !== null)
    expect(await suite.client({ reportId: id, port: server.port }).closed).toBe(1006)
    expect(a.closeCode).toBeNull()
    await block.release()
    expect(await a.closed).toBe(CLOSE.restarting)
    expect(a.saved).toBe(a.sent)
    await stopped
    expect(await logOf(id)).toHaveLength(1)
  })

  test('gives up what the database does not take in time', async () => {
    const { id, sections } = await suite.world.report(suite.mas)
    const proxy = await DatabaseProxy.start(suite.database.url)
    const server = await startCollab(suite.world, { client: proxy.client, tuning: { closeTimeout: 200 } })
    const a = await suite.join(id, { port: server.port })
    await a.allSaved()
    proxy.down()
    type(a.doc, sections[0] ?? '', 'inte sparat')
    await server.stop()
    expect(await a.closed).toBe(CLOSE.restarting)
    expect(a.saved).toBeLessThan(a.sent)
    await proxy.stop()
    // The client knows that it is not saved, and sends it again.
    const again = await suite.join(id, { doc: a.doc })
    await again.allSaved()
    expect(await logOf(id)).toHaveLength(1)
  })
})
