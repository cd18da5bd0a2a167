import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { measureEntry } from '#db/schema/measure-entry.ts'
import { reportSection, reportUnit } from '#db/schema/report.ts'
import { testDatabase } from '#db/testing/test-database.ts'
import { isClosed } from '#editor/core/structure/measure.ts'
import { measureStatus } from '#templates/shared/measure.ts'
import { until } from '../collab/testing/until.ts'
import type { Actor } from '../policies/actor.ts'
import { type DemoServices, demoActor, demoReportOf, demoServices } from '../testing/demo-services.ts'

const STATUSES = measureStatus.type === 'choice' ? measureStatus.options.map(({ key }) => key) : []

const database = testDatabase()
let services: DemoServices
let author: Actor

beforeAll(async () => {
  services = await demoServices(database)
  author = await demoActor(services, 'handlaggare')
})
afterAll(() => services.documents.close())

type Given = Partial<typeof reportUnit.$inferInsert>

/** A new report's section, and what puts an åtgärd into it. */
async function place(): Promise<(given?: Given) => typeof reportUnit.$inferInsert> {
  const reportId = await demoReportOf(services, author, 'internkontrollplan')
  const section = await services.db.query.reportSection.findFirst({ where: eq(reportSection.reportId, reportId) })
  if (!section) throw new Error('no section')
  return given => {
    const id = crypto.randomUUID()
    return {
      id,
      reportId,
      sectionId: section.id,
      kind: 'direkt-atgard',
      shape: 'row',
      measure: true,
      lineageId: id,
      position: 0,
      createdBy: author.id,
      values: {},
      ...given,
    }
  }
}

const entryOf = async (id: string) => services.db.query.measureEntry.findFirst({ where: eq(measureEntry.unitId, id) })

/** Ids of a lineage that the register shows. */
async function standing(lineageId: string): Promise<string[]> {
  const rows = await services.db
    .select({ id: measureEntry.unitId })
    .from(measureEntry)
    .where(sql`${measureEntry.lineageId} = ${lineageId} and not removed and not continued`)
  return rows.map(({ id }) => id)
}

/** Transactions of this database that wait for another. */
async function blocked(): Promise<number> {
  const rows = await database.sql`
    select from pg_stat_activity where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0`
  return rows.length
}

test.each([null, ...STATUSES])('an åtgärd with the status %s is closed where the rules say so', async status => {
  const unit = (await place())({ values: status ? { status } : {} })
  await services.db.insert(reportUnit).values(unit)
  expect(await entryOf(unit.id ?? '')).toMatchObject({ status, closed: isClosed(unit.values ?? {}) })
})

test('what changes in a row changes in the register, in the same transaction', async () => {
  const unit = (await place())({ values: { atgard: 'Öva', ansvarig: 'MAS', klart: '2026-03-01' } })
  await services.db.insert(reportUnit).values(unit)
  const id = unit.id ?? ''
  expect(await entryOf(id)).toMatchObject({ words: 'öva mas', role: 'MAS', due: '2026-03-01', removed: false })
  const undone = services.db.transaction(async tx => {
    await tx
      .update(reportUnit)
      .set({ values: { atgard: 'Utbilda' } })
      .where(eq(reportUnit.id, id))
    const inside = await tx.query.measureEntry.findFirst({ where: eq(measureEntry.unitId, id) })
    expect(inside).toMatchObject({ words: 'utbilda', role: null, due: null })
    throw new Error('taken back')
  })
  await expect(undone).rejects.toThrow('taken back')
  expect(await entryOf(id)).toMatchObject({ words: 'öva mas' })
  await services.db.delete(reportUnit).where(eq(reportUnit.id, id))
  expect(await entryOf(id)).toBeUndefined()
})

test('where the latest of several years is taken out, the one before it stands again', async () => {
  const [last, now] = [await place(), await place()]
  const older = last({ createdAt: new Date('2025-01-01') })
  const newer = now({ lineageId: older.id ?? '', createdAt: new Date('2026-01-01') })
  await services.db.insert(reportUnit).values([older, newer])
  const lineage = older.id ?? ''
  expect(await standing(lineage)).toEqual([newer.id])
  const remove = (removedAt: Date | null) =>
    services.db
      .update(reportUnit)
      .set({ removedAt })
      .where(eq(reportUnit.id, newer.id ?? ''))
  await remove(new Date())
  expect(await standing(lineage)).toEqual([older.id])
  await remove(null)
  expect(await standing(lineage)).toEqual([newer.id])
})

test('of two that continue one at the same moment, one stands', async () => {
  const first = (await place())({ createdAt: new Date('2025-01-01') })
  await services.db.insert(reportUnit).values(first)
  const lineageId = first.id ?? ''
  const one = (await place())({ lineageId })
  const other = (await place())({ lineageId })
  let waiting: Promise<unknown> = Promise.resolve()
  await services.db.transaction(async tx => {
    await tx.insert(reportUnit).values(one)
    waiting = services.db.insert(reportUnit).values(other).execute()
    await until('the other waits', async () => (await blocked()) === 1)
  })
  await waiting
  expect(await standing(lineageId)).toHaveLength(1)
})
