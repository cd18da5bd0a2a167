import { expect, it } from 'vitest'
import { dataImport } from '#db/schema/data-import.ts'
import { testDatabase } from '#db/testing/test-database.ts'
import { type FigureRef, figureKey } from '#editor/core/figure.ts'
import type { Actor } from '../policies/actor.ts'
import { correctFigure } from './correct-figure.ts'
import { importFile } from './import-file.ts'
import { readFigures } from './read-figures.ts'
import { makeActor, makeColleague } from './testing/organisation.ts'
import { sampleFile } from './testing/sample-files.ts'
import { undoImport } from './undo-import.ts'

const database = testDatabase()
const REF: FigureRef = {
  indicatorId: 'palliativregistret/utan-trycksar-kategori-2-4',
  kind: 'result',
  period: '2023',
  gender: 'T',
}
const REASON = 'Registret har rättat värdet.'

async function withFigures(): Promise<Actor> {
  const actor = await makeActor(database.db)
  const bytes = sampleFile('palliativregistret')
  await importFile(database, actor, { source: 'palliativregistret', fileName: 'a.csv', bytes, dryRun: false })
  return actor
}

const figureNow = async (actor: Actor, ref = REF) =>
  (await readFigures(database, actor.organisationId, [ref])).figures[figureKey(ref)]

it('appends the value with who and why, and keeps n', async () => {
  const actor = await withFigures()
  const colleague = await makeColleague(database.db, actor.organisationId, 'mar', 'MAR')
  const written = await correctFigure(database, colleague, REF, { value: ' 87,5 % ', reason: ` ${REASON} ` })
  expect(await figureNow(actor)).toMatchObject({
    value: '87.5',
    denominator: '34',
    passport: { importId: written?.importId, method: 'manual', fileName: null, importedBy: 'MAR' },
  })
  expect(
    await database.db.query.dataImport.findFirst({ where: (row, { eq }) => eq(row.id, written?.importId ?? '') }),
  ).toMatchObject({ method: 'manual', reason: REASON, file: null })
  await undoImport(database, actor, written?.importId ?? '')
  expect(await figureNow(actor)).toMatchObject({ value: '88.2', passport: { fileName: 'a.csv' } })
})

it('makes a value missing, and a new one of a period that had none', async () => {
  const actor = await withFigures()
  await correctFigure(database, actor, REF, { value: '', reason: REASON })
  expect(await figureNow(actor)).toMatchObject({ value: null, denominator: null })
  const later = { ...REF, period: '2023-H1' }
  await correctFigure(database, actor, later, { value: '104', reason: REASON })
  expect(await figureNow(actor, later)).toMatchObject({ value: '104', denominator: null })
})

it('writes nothing where nothing changes', async () => {
  const actor = await withFigures()
  const before = await database.db.$count(dataImport)
  expect(await correctFigure(database, actor, REF, { value: '88,20', reason: REASON })).toBeNull()
  expect(await database.db.$count(dataImport)).toBe(before)
})

it.each([
  [{ value: 'nittio', reason: REASON }, {}, { value: 'not-a-number' }],
  [{ value: '<5', reason: REASON }, {}, { value: 'not-a-number' }],
  [{ value: '5', reason: ' ' }, {}, { reason: 'missing' }],
  [{ value: '5', reason: 'x'.repeat(1001) }, {}, { reason: 'too-long' }],
  [{ value: '5', reason: REASON }, { period: '2023-13' }, { period: 'not-a-period' }],
])('refuses %o', async (correction, change, fields) => {
  const actor = await withFigures()
  await expect(correctFigure(database, actor, { ...REF, ...change }, correction)).rejects.toMatchObject({
    code: 'invalid-input',
    fields,
  })
  expect((await figureNow(actor))?.value).toBe('88.2')
})

it('is for those who may change data, of indicators that exist', async () => {
  const actor = await withFigures()
  const correction = { value: '5', reason: REASON }
  const reader = await makeColleague(database.db, actor.organisationId, 'revisor', 'Revisor')
  await expect(correctFigure(database, reader, REF, correction)).rejects.toMatchObject({ code: 'not-allowed' })
  const stranger = await makeActor(database.db)
  await expect(correctFigure(database, stranger, REF, correction)).rejects.toMatchObject({ code: 'not-found' })
})
