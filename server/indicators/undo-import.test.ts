import { asc, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { dataImport } from '#db/schema/data-import.ts'
import { observation } from '#db/schema/observation.ts'
import { testDatabase } from '#db/testing/test-database.ts'
import { type FigureRef, figureKey } from '#editor/core/figure.ts'
import { type ServerEvent, subscribe } from '../events.ts'
import type { Actor } from '../policies/actor.ts'
import { importFile } from './import-file.ts'
import { listImports } from './list-imports.ts'
import { readFigures } from './read-figures.ts'
import { readImport } from './read-import.ts'
import { makeActor, makeColleague } from './testing/organisation.ts'
import { sampleFile } from './testing/sample-files.ts'
import { seniorAlertCsv } from './testing/senior-alert-csv.ts'
import { undoImport } from './undo-import.ts'

const database = testDatabase()

const FIRST = seniorAlertCsv('Fall,Mått,95,100,70,procent', 'Munhälsa,Mått,60,,,procent')
const SECOND = seniorAlertCsv('Fall,Mått,96,100,71,procent', 'Trycksår,Mått,80,,,procent')

async function importBytes(actor: Actor, bytes: Uint8Array, fileName = 'fil.csv'): Promise<string> {
  const upload = { source: 'senior-alert', fileName, bytes, dryRun: false }
  return (await importFile(database, actor, upload)).result?.importId ?? ''
}

async function figureOf(actor: Actor, area: string, period = '2023') {
  const ref: FigureRef = { indicatorId: `senior-alert/${area}/matt`, kind: 'result', period, gender: 'T' }
  return (await readFigures(database, actor.organisationId, [ref])).figures[figureKey(ref)]
}

const rowsStored = (actor: Actor) =>
  database.db
    .select()
    .from(observation)
    .where(eq(observation.organisationId, actor.organisationId))
    .orderBy(asc(observation.id))

describe('undoing an import', () => {
  it('brings back what was, with its passport, and withdraws what was new', async () => {
    const actor = await makeActor(database.db)
    const first = await importBytes(actor, FIRST, 'första.csv')
    const second = await importBytes(actor, SECOND, 'andra.csv')
    const before = await rowsStored(actor)
    expect((await figureOf(actor, 'fall'))?.value).toBe('96')

    const result = await undoImport(database, actor, second, ' fel fil ')
    expect(result).toMatchObject({ restored: 2, withdrawn: 3, kept: 0 })
    expect(await figureOf(actor, 'fall')).toMatchObject({
      value: '95',
      passport: { importId: first, fileName: 'första.csv' },
    })
    expect((await figureOf(actor, 'fall', '2022'))?.value).toBe('70')
    expect(await figureOf(actor, 'trycksar')).toBeUndefined()
    expect((await figureOf(actor, 'munhalsa'))?.value).toBe('60')

    const after = await rowsStored(actor)
    expect(after.slice(0, before.length)).toEqual(before)
    expect(after.slice(before.length).every(row => row.restoredBy === result.importId)).toBe(true)
    const record = await database.db.query.dataImport.findFirst({ where: eq(dataImport.id, result.importId) })
    expect(record).toMatchObject({ method: 'undo', undoes: second, reason: 'fel fil', importedBy: actor.id })
  })

  it('leaves what a later import has replaced, and says how many', async () => {
    const actor = await makeActor(database.db)
    await importBytes(actor, FIRST)
    const second = await importBytes(actor, SECOND)
    await importBytes(actor, seniorAlertCsv('Fall,Mått,97,100,71,procent'))
    expect(await undoImport(database, actor, second)).toMatchObject({ restored: 1, withdrawn: 3, kept: 1 })
    expect((await figureOf(actor, 'fall'))?.value).toBe('97')
    expect((await figureOf(actor, 'fall', '2022'))?.value).toBe('70')
  })

  it('can be undone itself, again and again', async () => {
    const actor = await makeActor(database.db)
    await importBytes(actor, FIRST)
    const second = await importBytes(actor, SECOND, 'andra.csv')
    const undo = await undoImport(database, actor, second)
    expect(await listImports(database, actor)).toMatchObject([
      { id: undo.importId, method: 'undo', undoes: second, undone: null },
      { id: second, undone: { by: 'MAS' }, turn: undo.importId, written: 5 },
      { undone: null },
    ])
    const redo = await undoImport(database, actor, undo.importId)
    expect(redo).toMatchObject({ restored: 5, withdrawn: 0, kept: 0 })
    expect(await figureOf(actor, 'fall')).toMatchObject({
      value: '96',
      passport: { importId: second, fileName: 'andra.csv' },
    })
    expect((await figureOf(actor, 'trycksar'))?.value).toBe('80')
    const records = await listImports(database, actor)
    expect(records.find(record => record.id === second)).toMatchObject({ undone: null, turn: redo.importId })
    expect(await undoImport(database, actor, redo.importId)).toMatchObject({ restored: 2, withdrawn: 3 })
    expect((await figureOf(actor, 'fall'))?.value).toBe('95')
    expect(await figureOf(actor, 'trycksar')).toBeUndefined()
  })

  it('lets the same file be imported again', async () => {
    const actor = await makeActor(database.db)
    await importBytes(actor, FIRST)
    await undoImport(database, actor, await importBytes(actor, SECOND))
    const upload = { source: 'senior-alert', fileName: 'andra.csv', bytes: SECOND, dryRun: false }
    const { preview, result } = await importFile(database, actor, upload)
    expect(preview).toMatchObject({ duplicateOfImport: null, newCount: 3, changedCount: 2, canConfirm: true })
    expect(result?.written).toBe(5)
    expect((await figureOf(actor, 'trycksar'))?.value).toBe('80')
  })

  it('happens once, by those who may, in their own organisation', async () => {
    const actor = await makeActor(database.db)
    const importId = await importBytes(actor, FIRST)
    const secretary = await makeColleague(database.db, actor.organisationId, 'namndsekreterare', 'Sekreterare')
    await expect(undoImport(database, secretary, importId)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(undoImport(database, await makeActor(database.db), importId)).rejects.toMatchObject({
      code: 'not-found',
    })
    const results = await Promise.allSettled([1, 2, 3].map(() => undoImport(database, actor, importId)))
    expect(results.filter(result => result.status === 'fulfilled')).toHaveLength(1)
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'already-undone' })
    expect(await figureOf(actor, 'fall')).toBeUndefined()
  })

  it('tells open editors', async () => {
    const actor = await makeActor(database.db)
    const importId = await importBytes(actor, sampleFile('senior-alert'))
    const events: ServerEvent[] = []
    const stop = await subscribe(
      database.sql,
      event => events.push(event),
      () => {},
    )
    const undo = await undoImport(database, actor, importId)
    await expect
      .poll(() => events)
      .toContainEqual({ type: 'data', organisationId: actor.organisationId, importId: undo.importId })
    await stop()
  })
})

it('tells what an import changed, and what of it still counts', async () => {
  const actor = await makeActor(database.db)
  await importBytes(actor, FIRST)
  const second = await importBytes(actor, SECOND)
  await importBytes(actor, seniorAlertCsv('Fall,Mått,97,100,71,procent'))
  const { values, written } = await readImport(database, actor, second)
  expect(written).toBe(5)
  expect(
    values.map(({ area, kind, period, before, value, counts }) => [area, kind, period, before?.value, value, counts]),
  ).toEqual([
    ['Fall', 'result', '2022', '70', '71', true],
    ['Fall', 'result', '2023', '95', '96', false],
    ['Trycksår', 'result', '2022', undefined, null, true],
    ['Trycksår', 'result', '2023', undefined, '80', true],
    ['Trycksår', 'target', '2023', undefined, null, true],
  ])
  await expect(readImport(database, actor, crypto.randomUUID())).rejects.toMatchObject({ code: 'not-found' })
  await expect(readImport(database, actor, 'x')).rejects.toMatchObject({ code: 'not-found' })
})
