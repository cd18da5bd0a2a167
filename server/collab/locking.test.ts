import { eq } from 'drizzle-orm'
import { afterEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { connect } from '#db/client.ts'
import { reportUpdate } from '#db/schema/document.ts'
import { report } from '#db/schema/report.ts'
import { roleGrant } from '#db/schema/user.ts'
import { testDatabase } from '#db/testing/test-database.ts'
import { CLOSE } from '#editor/core/collab-protocol.ts'
import { publish } from '../events.ts'
import { readLog } from '../testing/read-log.ts'
import { collabSuite } from './testing/suite.ts'
import { read, type } from './testing/text.ts'
import { until } from './testing/until.ts'

const database = testDatabase()
const suite = collabSuite(database, { events: true, tuning: { foldIdle: 60_000, foldLongest: 60_000 } })

const rowsOf = async (reportId: string): Promise<number> => (await readLog(suite.database.db, reportId)).length

/** What lock-report does: holds the report, freezes, and locks or thinks better of it. */
async function beginLocking(reportId: string, strength: 'update' | 'no key update' = 'no key update') {
  const other = connect(suite.database.url, { max: 1 })
  const connection = await other.sql.reserve()
  await connection`begin`
  await connection.unsafe(`select 1 from report where id = '${reportId}' for ${strength}`)
  const end = async (how: string): Promise<void> => {
    await connection.unsafe(how)
    connection.release()
    await other.close()
  }
  return {
    async lock() {
      await connection`update report set locked_at = now() where id = ${reportId}`
      await connection`select pg_notify('samskrift', ${JSON.stringify({ type: 'locked', reportId })})`
      await end('commit')
    },
    changeMind: () => end('rollback'),
  }
}

describe('a locked report', () => {
  test('takes no text: denied, not stored, not sent on', async () => {
    const { id, sections } = await suite.world.report(suite.mas)
    await suite.world.lock(id)
    const a = await suite.join(id)
    const b = await suite.join(id)
    type(a.doc, sections[0] ?? '', 'för sent')
    await until('denied', () => a.denied.length === 1)
    expect(a.denied).toEqual([{ reason: 'locked', message: 2 }])
    expect(await rowsOf(id)).toBe(0)
    await (await suite.join(id)).ready()
    expect(read(b.doc, sections[0] ?? '')).toBe('')
    expect(b.denied).toEqual([])
  })

  test('is locked for those who are in it, in less than a second', async () => {
    const { id, sections } = await suite.world.report(suite.mas)
    const a = await suite.join(id)
    const b = await suite.join(id)
    type(a.doc, sections[0] ?? '', 'i tid')
    await a.allSaved()
    const start = performance.now()
    await (await beginLocking(id)).lock()
    await until('told', () => a.changed.includes('locked') && b.changed.includes('locked'), 1_000)
    expect(performance.now() - start).toBeLessThan(1_000)
    type(b.doc, sections[0] ?? '', 'för sent')
    await until('denied', () => b.denied.length === 1)
    expect(b.denied[0]?.reason).toBe('locked')
    expect(read(a.doc, sections[0] ?? '')).toBe('i tid')
    expect(await rowsOf(id)).toBe(1)
  })

  test('acknowledges those who have nothing new', async () => {
    const { id, sections } = await suite.world.report(suite.mas)
    const a = await suite.join(id)
    type(a.doc, sections[0] ?? '', 'hej')
    a.doc.getXmlFragment(sections[0]).delete(0, 1)
    await a.allSaved()
    await a.close()
    await suite.world.lock(id)
    await suite.restart()
    const again = await suite.join(id, { doc: a.doc })
    await again.allSaved()
    expect(again.denied).toEqual([])
  })
})

describe.each(['update', 'no key update'] as const)('while a report is being locked (for %s)', strength => {
  test('text waits, and is saved if it is not locked after all', async () => {
    const { id, sections } = await suite.world.report(suite.mas)
    const other = await suite.world.report(suite.mas)
    const [a, b, c] = [await suite.join(id), await suite.join(id), await suite.join(other.id)]
    await a.allSaved()
    const locking = await beginLocking(id, strength)
    type(a.doc, sections[0] ?? '', 'ett ')
    type(a.doc, sections[0] ?? '', 'två')
    await until('b has it', () => read(b.doc, sections[0] ?? '') === 'ett två')
    // Nobody else waits.
    type(c.doc, other.sections[0] ?? '', 'annat')
    await c.allSaved()
    expect(a.saved).toBe(1)
    expect(await rowsOf(id)).toBe(0)
    await locking.changeMind()
    await a.allSaved()
    expect(await rowsOf(id)).toBe(2)
  })

  test('text waits, and is denied if it is locked; newcomers do not see it', async () => {
    const { id, sections } = await suite.world.report(suite.mas)
    const [section = ''] = sections
    const [a, b] = [await suite.join(id), await suite.join(id)]
    type(a.doc, section, 'i tid')
    await a.allSaved()
    const locking = await beginLocking(id, strength)
    type(a.doc, section, ' ett')
    type(a.doc, section, ' två')
    await until('b has it', () => read(b.doc, section) === 'i tid ett två')
    await locking.lock()
    await until('both denied', () => a.denied.length === 2)
    expect(a.denied.map(denied => denied.message)).toEqual([3, 4])
    expect(await rowsOf(id)).toBe(1)
    const late = await suite.join(id)
    expect(read(late.doc, section)).toBe('i tid')
    expect(late.asked).toBe(1)
    await until('told', () => a.changed.includes('locked') && b.changed.includes('locked'))
  })
})

test('no text slips in between the last fold and the lock', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { id, sections } = await suite.world.report(suite.mas)
    const [section = ''] = sections
    const a = await suite.join(id)
    let typing = true
    const keys = (async () => {
      for (; typing; await new Promise(resolve => setTimeout(resolve, 1))) type(a.doc, section, 'x')
    })()
    await until('some of it is saved', () => a.saved > 10)
    const { state } = await suite.database.db.transaction(async tx => {
      await tx.select().from(report).where(eq(report.id, id)).for('update')
      const folded = await suite.server.documents.fold(id, tx)
      await tx.update(report).set({ lockedAt: new Date() }).where(eq(report.id, id))
      await publish(tx, { type: 'locked', reportId: id })
      return folded
    })
    await until('denied', () => a.denied.length > 0)
    typing = false
    await keys
    await until('all answered', () => a.saved === a.sent)
    const frozen = new Y.Doc()
    Y.applyUpdate(frozen, state)
    // Saved, and nothing but the saved, is in the frozen text. (The first message is the empty answer on connecting.)
    const denied = a.denied.map(one => one.message).sort((x, y) => x - y)
    const saved = a.sent - denied.length - 1
    expect(denied).toEqual(Array.from(denied, (_, index) => saved + 2 + index))
    expect(read(frozen, section)).toBe('x'.repeat(saved))
    expect(read((await suite.join(id)).doc, section)).toBe('x'.repeat(saved))
  }
})

describe('rights', () => {
  afterEach(() => suite.restart())

  test('to read only: others are heard, own text is denied', async () => {
    const { id, sections } = await suite.world.report(suite.mas)
    const a = await suite.join(id)
    const reader = await suite.join(id, { userId: suite.revisor })
    type(a.doc, sections[0] ?? '', 'hej')
    await until('read', () => read(reader.doc, sections[0] ?? '') === 'hej')
    await reader.allSaved()
    type(reader.doc, sections[0] ?? '', ' från revisorn')
    await until('denied', () => reader.denied.length === 1)
    expect(reader.denied).toEqual([{ reason: 'read-only', message: 2 }])
    type(a.doc, sections[0] ?? '', ' igen')
    await a.allSaved()
    expect(await rowsOf(id)).toBe(2)
    expect(read(a.doc, sections[0] ?? '')).toBe('hej igen')
  })

  test('that are taken away while connected', async () => {
    const { id, sections } = await suite.world.report(suite.mas)
    const userId = await suite.world.user('Verksamhetschef', 'verksamhetschef')
    const a = await suite.join(id, { userId })
    const b = await suite.join(id)
    const { db } = suite.database
    await db.transaction(async tx => {
      await tx.update(roleGrant).set({ role: 'revisor' }).where(eq(roleGrant.userId, userId))
      await publish(tx, { type: 'rights', userId })
    })
    await until('told', () => a.changed.includes('rights'), 1_000)
    expect(b.changed).toEqual([])
    type(a.doc, sections[0] ?? '', 'får inte')
    await until('denied', () => a.denied.length === 1)
    await db.transaction(async tx => {
      await tx.delete(roleGrant).where(eq(roleGrant.userId, userId))
      await publish(tx, { type: 'rights', userId })
    })
    expect(await a.closed).toBe(CLOSE.noRights)
    expect(b.closeCode).toBeNull()
  })

  test('that come back: what was denied is asked for again', async () => {
    const { id, sections } = await suite.world.report(suite.mas)
    const [section = ''] = sections
    const userId = await suite.world.user('Verksamhetschef', 'revisor')
    const a = await suite.join(id, { userId })
    type(a.doc, section, 'ett ')
    await until('denied', () => a.denied.length === 1)
    await suite.database.db.transaction(async tx => {
      await tx.update(roleGrant).set({ role: 'mas' }).where(eq(roleGrant.userId, userId))
      await publish(tx, { type: 'rights', userId })
    })
    await until('told', () => a.changed.includes('rights'))
    type(a.doc, section, 'två')
    await a.allSaved()
    expect(read((await suite.join(id)).doc, section)).toBe('ett två')
  })

  test('and structure, data: those concerned are told', async () => {
    const { id } = await suite.world.report(suite.mas)
    const a = await suite.join(id)
    const { db } = suite.database
    await publish(db, { type: 'structure', reportId: id })
    await publish(db, { type: 'data', organisationId: suite.world.organisationId })
    await publish(db, { type: 'data', organisationId: id })
    await publish(db, { type: 'rights', userId: suite.revisor })
    await until('told', () => a.changed.length === 2)
    expect([...a.changed].sort()).toEqual(['data', 'structure'])
  })

  test('are read anew when events may have been missed', async () => {
    const { id } = await suite.world.report(suite.mas)
    const userId = await suite.world.user('Verksamhetschef')
    const [a, b] = [await suite.join(id, { userId }), await suite.join(id)]
    await suite.database.db.delete(roleGrant).where(eq(roleGrant.userId, userId))
    suite.server.collab.onEventsReconnected()
    expect(await a.closed).toBe(CLOSE.noRights)
    await until('told', () => b.changed.length === 4)
    expect(b.changed.toSorted()).toEqual(['comments', 'data', 'rights', 'structure'])
  })
})

test('text that another program put into the log reaches those who are in', async () => {
  const { id, sections } = await suite.world.report(suite.mas)
  const [section = ''] = sections
  const a = await suite.join(id)
  type(a.doc, section, 'hej')
  await a.allSaved()
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(a.doc))
  const before = Y.encodeStateVector(other)
  type(other, sections[1] ?? '', 'utifrån')
  other.getXmlFragment(section).delete(0, 1)
  const { db } = suite.database
  await db.insert(reportUpdate).values({ reportId: id, userId: suite.mas, data: Y.encodeStateAsUpdate(other, before) })
  await publish(db, { type: 'structure', reportId: id })
  await until('a has it', () => read(a.doc, sections[1] ?? '') === 'utifrån' && read(a.doc, section) === '')
  // And what builds on it is taken.
  type(a.doc, sections[1] ?? '', ' och inifrån')
  await a.allSaved()
  expect(read((await suite.join(id)).doc, sections[1] ?? '')).toBe('utifrån och inifrån')
})
