import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { reportUpdate } from '#db/schema/document.ts'
import { report } from '#db/schema/report.ts'
import { testDatabase } from '#db/testing/test-database.ts'
import type { Actor } from '../policies/actor.ts'
import { type DemoServices, demoActor, demoReportOf, demoServices } from '../testing/demo-services.ts'
import { insertUpdates } from './insert-updates.ts'
import type { LogRow } from './pack-rows.ts'
import { seeded } from './testing/seeded.ts'

const database = testDatabase()
let services: DemoServices
let authors: Actor[]

beforeAll(async () => {
  services = await demoServices(database)
  authors = await Promise.all(['handlaggare', 'mas', 'enhetschef'].map(login => demoActor(services, login)))
})
afterAll(() => services.documents.close())

const newReport = () => demoReportOf(services, authors[0] as Actor, 'internkontrollplan')

async function rightsOf(reportId: string): Promise<string> {
  const [row] = await services.db
    .select({ version: sql<string>`xmin::text` })
    .from(report)
    .where(eq(report.id, reportId))
  return row?.version ?? ''
}

const rowOf = async (reportId: string, given: Partial<LogRow> = {}): Promise<LogRow> => ({
  reportId,
  userId: authors[0]?.id ?? '',
  data: Buffer.from('text'),
  updates: 1,
  rights: await rightsOf(reportId),
  ...given,
})

const insert = (rows: LogRow[]) => insertUpdates(database.sql, rows, 10_000)

test('a batch of several reports and authors is stored byte for byte, in the order given', async () => {
  const next = seeded(20261123)
  const reportIds = [await newReport(), await newReport(), await newReport()]
  const rights = await Promise.all(reportIds.map(rightsOf))
  const rows = Array.from({ length: 512 }, (): LogRow => {
    const at = next(reportIds.length)
    return {
      reportId: reportIds[at] ?? '',
      rights: rights[at] ?? '',
      userId: authors[next(authors.length)]?.id ?? '',
      data: Uint8Array.from({ length: next(300) }, () => next(256)),
      updates: 1 + next(9),
    }
  })
  const fates = await insert(rows)
  const seqs = fates.map(fate => (fate.kind === 'stored' ? fate.seq : 0))
  expect(seqs).toEqual(seqs.toSorted((one, other) => one - other))
  expect(new Set(seqs).size).toBe(512)
  const stored = await services.db.select().from(reportUpdate).orderBy(reportUpdate.seq)
  const told = ({
    reportId,
    userId,
    data,
    updates,
  }: Omit<LogRow, 'userId' | 'rights'> & { userId: string | null }) => ({
    reportId,
    userId,
    data: Buffer.from(data).toString('hex'),
    updates,
  })
  expect(stored.map(told)).toEqual(rows.map(told))
  expect(stored.map(({ seq }) => seq)).toEqual(seqs)
})

test('each row has its own fate, and those that may go in do', async () => {
  const [open, locked, changed, held] = [await newReport(), await newReport(), await newReport(), await newReport()]
  const rows = [
    await rowOf(open),
    await rowOf(locked),
    await rowOf(changed),
    await rowOf(crypto.randomUUID(), { rights: '1' }),
    await rowOf(held),
    await rowOf(open, { data: new Uint8Array() }),
    await rowOf(open, { rights: '1' }),
  ]
  await services.db.update(report).set({ lockedAt: new Date() }).where(eq(report.id, locked))
  await services.db.update(report).set({ title: 'En annan titel' }).where(eq(report.id, changed))
  const fates = await services.db.transaction(async tx => {
    await tx.select().from(report).where(eq(report.id, held)).for('no key update')
    return insert(rows)
  })
  expect(fates.map(({ kind }) => kind)).toEqual([
    'stored',
    'locked',
    'outdated',
    'no-report',
    'busy',
    'stored',
    'outdated',
  ])
  const stored = await services.db
    .select()
    .from(reportUpdate)
    .where(eq(reportUpdate.reportId, open))
    .orderBy(reportUpdate.seq)
  expect(stored.map(({ data }) => data.length)).toEqual([4, 0])
  expect(fates.flatMap(fate => (fate.kind === 'stored' ? fate.seq : []))).toEqual(stored.map(({ seq }) => seq))
})
