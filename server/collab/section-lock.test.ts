import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { reportDocument } from '#db/schema/document.ts'
import { reportSection } from '#db/schema/report.ts'
import { testDatabase } from '#db/testing/test-database.ts'
import { loadActor } from '../auth/load-actor.ts'
import { publish } from '../events.ts'
import { findReport } from '../reports/find-report.ts'
import { renewRights } from '../reports/renew-rights.ts'
import { updateSection } from '../reports/update-section.ts'
import { readLog } from '../testing/read-log.ts'
import { collabSuite } from './testing/suite.ts'
import { addParagraph, read, type } from './testing/text.ts'
import { until } from './testing/until.ts'
import { startCollab } from './testing/world.ts'

const database = testDatabase()
const TUNING = { foldIdle: 60_000, foldLongest: 60_000 }
const suite = collabSuite(database, { events: true, tuning: TUNING })
let chief: string
beforeAll(async () => {
  chief = await suite.world.user('Enhetschef', 'bidragsgivare')
})

const rowsOf = async (reportId: string): Promise<number> => (await readLog(database.db, reportId)).length

async function clerk() {
  const actor = await loadActor(database.db, suite.mas)
  if (!actor) throw new Error('no actor')
  return actor
}

/** What update-section does, stopped before its COMMIT. @returns ends it */
async function change(sectionId: string, reportId: string, values: Partial<typeof reportSection.$inferInsert>) {
  let commit = (): void => {}
  const mayCommit = new Promise<void>(resolve => {
    commit = resolve
  })
  const actor = await clerk()
  let began = (): void => {}
  const hasBegun = new Promise<void>(resolve => {
    began = resolve
  })
  const done = database.db.transaction(async tx => {
    await findReport(tx, actor, reportId, 'section.lock', { hold: 'rights' })
    await tx.update(reportSection).set(values).where(eq(reportSection.id, sectionId))
    await renewRights(tx, reportId)
    await publish(tx, { type: 'structure', reportId })
    began()
    await mayCommit
  })
  await hasBegun
  return async () => {
    commit()
    await done
  }
}

/** What a section says in the log at this moment. */
async function storedText(reportId: string, sectionId: string): Promise<string> {
  const doc = new Y.Doc()
  await database.db.transaction(
    async tx => {
      const [document] = await tx.select().from(reportDocument).where(eq(reportDocument.reportId, reportId))
      const logged = await readLog(tx, reportId)
      for (const data of [document?.state, ...logged.map(update => update.data)]) if (data) Y.applyUpdate(doc, data)
    },
    { isolationLevel: 'repeatable read' },
  )
  return read(doc, sectionId)
}

const lock = { lockedAt: new Date() }

describe('text that was taken in before the lock of its section, and is not committed', () => {
  test('is refused and offered back; what the same person wrote elsewhere before it is saved', async () => {
    const { id, sections } = await suite.world.report(suite.mas)
    const [locked = '', open = ''] = sections
    const [a, b] = [await suite.join(id), await suite.join(id)]
    type(a.doc, locked, 'i tid')
    await a.allSaved()
    const commit = await change(locked, id, { ...lock, lockedBy: suite.mas })
    type(b.doc, open, 'går bra')
    type(a.doc, open, 'också, ')
    type(a.doc, locked, ' för sent')
    await until('shown', () => read(b.doc, locked) === 'i tid för sent')
    expect(await rowsOf(id)).toBe(1)
    await commit()
    await until('denied', () => a.denied.length === 1)
    expect(a.denied).toEqual([{ reason: 'locked', sections: [locked], message: 4 }])
    await b.allSaved()
    await a.allSaved()
    const late = await suite.join(id)
    expect(read(late.doc, locked)).toBe('i tid')
    expect(read(late.doc, open)).toContain('går bra')
    expect(read(late.doc, open)).toContain('också')
  })

  test('is taken back from those who were shown it', async () => {
    const { id, sections } = await suite.world.report(suite.mas)
    const [locked = ''] = sections
    const [a, b] = [await suite.join(id), await suite.join(id)]
    await Promise.all([a.allSaved(), b.allSaved()])
    const commit = await change(locked, id, { ...lock, lockedBy: suite.mas })
    type(a.doc, locked, 'för sent')
    await until('shown', () => read(b.doc, locked) === 'för sent')
    await commit()
    await until('told', () => b.denied.length === 1)
    expect(b.denied).toEqual([{ reason: 'locked', sections: [], message: 0 }])
    expect(await rowsOf(id)).toBe(0)
  })

  test('takes with it what builds on it, in other sections too', async () => {
    const { id, sections } = await suite.world.report(suite.mas)
    const [locked = '', open = ''] = sections
    const a = await suite.join(id)
    await a.allSaved()
    const commit = await change(locked, id, { ...lock, lockedBy: suite.mas })
    type(a.doc, locked, 'för sent')
    addParagraph(a.doc, open, 'skrivet efter')
    await commit()
    await until('both answered', () => a.denied.length === 2)
    expect(a.denied.map(({ sections }) => sections)).toEqual([[locked], [locked]])
    // Its clock has a hole: nothing more of this document is taken.
    type(a.doc, open, ' mer')
    await until('all answered', () => a.saved === a.sent)
    expect(a.closeCode).toBeNull()
    expect(await rowsOf(id)).toBe(0)
  })

  test('takes with it also what came while it was being judged', async () => {
    const { id, sections } = await suite.world.report(suite.mas)
    const [locked = '', open = ''] = sections
    // Nobody tells it of the lock: it finds that out when it writes.
    const server = await startCollab(suite.world, { tuning: TUNING })
    onTestFinished(() => server.stop())
    const [a, b] = [await suite.join(id, { port: server.port }), await suite.join(id, { port: server.port })]
    await Promise.all([a.allSaved(), b.allSaved()])
    const commit = await change(locked, id, { ...lock, lockedBy: suite.mas })
    type(a.doc, locked, 'för sent')
    await until('shown', () => read(b.doc, locked) === 'för sent')
    // Next in the queue for the sections: the rights cannot be read before it is through.
    const queued = await database.sql.reserve()
    await queued`begin`
    const held = queued`lock table report_section in access exclusive mode`.execute()
    const someoneWaits = async (): Promise<boolean> => {
      const [waiting] = await database.sql`
        select from pg_locks where not granted and relation = 'report_section'::regclass
          and database = (select oid from pg_database where datname = current_database())`
      return waiting !== undefined
    }
    await until('it is in the queue', someoneWaits)
    await commit()
    await held
    await until('the rights are asked for', someoneWaits)
    addParagraph(a.doc, open, 'skrivet efter')
    await until('shown', () => read(b.doc, open).includes('skrivet efter'))
    await queued`commit`
    queued.release()
    await until('both answered', () => a.denied.length === 2)
    await until('all answered', () => a.saved === a.sent)
    expect(await rowsOf(id)).toBe(0)
  })

  test('goes in when the change is another: who has the section still has it', async () => {
    const { id, sections } = await suite.world.report(suite.mas)
    const [own = '', other = ''] = sections
    await updateSection(database, await clerk(), own, { ownerId: chief })
    const b = await suite.join(id, { userId: chief })
    await b.allSaved()
    const commit = await change(other, id, { ...lock, lockedBy: suite.mas })
    type(b.doc, own, 'mitt')
    await commit()
    await b.allSaved()
    expect(b.denied).toEqual([])
    expect(await rowsOf(id)).toBe(1)
  })

  test('is refused when the section has gone to somebody else', async () => {
    const { id, sections } = await suite.world.report(suite.mas)
    const [own = ''] = sections
    await updateSection(database, await clerk(), own, { ownerId: chief })
    const b = await suite.join(id, { userId: chief })
    await b.allSaved()
    const commit = await change(own, id, { ownerId: suite.mas })
    type(b.doc, own, 'inte mitt längre')
    await commit()
    await until('denied', () => b.denied.length === 1)
    expect(b.denied[0]).toMatchObject({ reason: 'section', sections: [own] })
    expect(await rowsOf(id)).toBe(0)
  })
})

test('nothing goes in after the lock is acknowledged, whoever writes how fast', async () => {
  for (let round = 0; round < 10; round += 1) {
    const { id, sections } = await suite.world.report(suite.mas)
    const [section = '', other = ''] = sections
    const [a, b] = [await suite.join(id), await suite.join(id)]
    let typing = true
    const keys = (async () => {
      for (; typing; await new Promise(resolve => setTimeout(resolve, 1))) {
        if (a.denied.length === 0) type(a.doc, section, 'x')
        type(b.doc, other, 'y')
      }
    })()
    await until('some of it is saved', () => a.saved > 5)
    await updateSection(database, await clerk(), section, { locked: true })
    const stored = await storedText(id, section)
    const rows = await rowsOf(id)
    await until('denied', () => a.denied.length > 0)
    await until('others go on', async () => (await rowsOf(id)) > rows)
    typing = false
    await keys
    await b.allSaved()
    expect(read((await suite.join(id)).doc, section)).toBe(stored)
    await Promise.all([a.close(), b.close()])
  }
}, 60_000)
