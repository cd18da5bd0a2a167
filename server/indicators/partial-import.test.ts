import { eq } from 'drizzle-orm'
import { beforeAll, expect, it } from 'vitest'
import { dataImport } from '#db/schema/data-import.ts'
import { observation } from '#db/schema/observation.ts'
import { testDatabase } from '#db/testing/test-database.ts'
import type { Actor } from '../policies/actor.ts'
import { confirmImport } from './confirm-import.ts'
import { importFile } from './import-file.ts'
import { layoutOf, share } from './layout/layout.ts'
import { previewDraft, saveDraft } from './preview-import.ts'
import { readImport } from './read-import.ts'
import { readRejectedRows } from './rejected-rows.ts'
import { sources } from './sources/index.ts'
import { makeActor, makeColleague } from './testing/organisation.ts'
import { seniorAlertCsv } from './testing/senior-alert-csv.ts'

const database = testDatabase()
let actor: Actor
beforeAll(async () => {
  actor = await makeActor(database.db)
})

const ROWS = seniorAlertCsv(
  'Fall,A,95,100,70,procent',
  'Fall,B,nittio,100,70,procent',
  'Fall,C,1,2,3,procent',
  'fall,c,4,5,6,procent',
  'Fall,D,172,100,,procent',
)

it('takes the good rows when somebody says so, none that contradict each other, and keeps what was left out', async () => {
  const upload = { source: 'senior-alert', fileName: 'fel.csv', bytes: ROWS }
  const { draftId } = await saveDraft(database, actor, upload)
  expect(await previewDraft(database, actor, draftId)).toMatchObject({
    canConfirm: false,
    canConfirmRest: true,
    errorCount: 3,
    rejectedRows: 3,
  })
  await expect(confirmImport(database, actor, draftId)).rejects.toMatchObject({ code: 'import-has-errors' })
  const { importId, written } = await confirmImport(database, actor, draftId, { withoutRejected: true })
  expect(written).toBe(3)
  const stored = await database.db.select().from(observation).where(eq(observation.importId, importId))
  expect(new Set(stored.map(row => row.indicatorId))).toEqual(new Set(['senior-alert/fall/a']))
  const record = await database.db.query.dataImport.findFirst({ where: eq(dataImport.id, importId) })
  expect(record?.reason?.split('\n')).toEqual([
    '3 rader importerades inte, eftersom den som importerade valde att ta med resten.',
    'Rad 3, resultat_2023: Det här är inget tal. Skriv siffror, eller lämna cellen tom om uppgiften saknas. Där står ”nittio”.',
    'Rad 5: Samma indikator står redan på rad 4. Ta bort en av raderna.',
    'Rad 6, resultat_2023: En andel är mellan 0 och 100 procent. Rätta talet, eller kontrollera att det är en andel. Där står ”172”.',
    'Av rader som säger samma sak är ingen med, inte heller den första.',
  ])
  expect(await readRejectedRows(database, actor, importId)).toEqual({
    header: ['omrade', 'matt', 'resultat_2023', 'malvarde_2023', 'resultat_2022', 'enhet'],
    rows: [
      {
        line: 3,
        cells: ['Fall', 'B', 'nittio', '100', '70', 'procent'],
        reasons: [
          'resultat_2023: Det här är inget tal. Skriv siffror, eller lämna cellen tom om uppgiften saknas. Där står ”nittio”.',
        ],
      },
      {
        line: 4,
        cells: ['Fall', 'C', '1', '2', '3', 'procent'],
        reasons: ['Av rader som säger samma sak är ingen med, inte heller den första.'],
      },
      {
        line: 5,
        cells: ['fall', 'c', '4', '5', '6', 'procent'],
        reasons: ['Samma indikator står redan på rad 4. Ta bort en av raderna.'],
      },
      {
        line: 6,
        cells: ['Fall', 'D', '172', '100', '', 'procent'],
        reasons: [
          'resultat_2023: En andel är mellan 0 och 100 procent. Rätta talet, eller kontrollera att det är en andel. Där står ”172”.',
        ],
      },
    ],
    more: 0,
  })
  const details = await readImport(database, actor, importId)
  expect(details).toMatchObject({ hasRejected: true, layout: sources['senior-alert'] })
})

it('has every row that was left out, also those that its record does not list', async () => {
  const rows = Array.from({ length: 350 }, (_, index) => `Fall,M${index},${index % 2 ? 'nittio' : 95},100,70,procent`)
  const upload = { source: 'senior-alert', fileName: 'många fel.csv', bytes: seniorAlertCsv(...rows), dryRun: false }
  const { result } = await importFile(database, actor, { ...upload, withoutRejected: true })
  const rejected = await readRejectedRows(database, actor, result?.importId ?? '')
  expect(rejected.rows.map(({ cells }) => cells.join(','))).toEqual(rows.filter((_, index) => index % 2))
})

it('has no rejected rows of what left none out, and shows them to nobody else', async () => {
  const other = await makeActor(database.db)
  const upload = { source: 'senior-alert', fileName: 'hel.csv', bytes: seniorAlertCsv('Fall,E,1,2,3,procent') }
  const { result } = await importFile(database, other, { ...upload, dryRun: false })
  const importId = result?.importId ?? ''
  expect((await readImport(database, other, importId)).hasRejected).toBe(false)
  expect((await readRejectedRows(database, other, importId)).rows).toEqual([])
  await expect(readRejectedRows(database, actor, importId)).rejects.toMatchObject({ code: 'not-found' })
  const reader = await makeColleague(database.db, other.organisationId, 'revisor', 'Revisor')
  await expect(readRejectedRows(database, reader, importId)).rejects.toMatchObject({ code: 'not-allowed' })
})

it.each([
  ['the header', 'omrade,matt,resultat_2023\nFall,A,95\n'],
  ['the decimal sign', 'omrade;matt;resultat_2023;enhet\nFall;A;9,5;procent\nFall;B;9,5;procent\nFall;C;9.5;procent\n'],
  ['a quote', 'omrade,matt,resultat_2023,enhet\nFall,A,95,procent\n"Fall,B,95,procent\n'],
])('gives no such choice when %s is wrong', async (_, text) => {
  const upload = { source: 'senior-alert', fileName: 'a.csv', bytes: Buffer.from(text), dryRun: false }
  const { preview, result } = await importFile(database, actor, { ...upload, withoutRejected: true })
  expect(preview).toMatchObject({ canConfirm: false, canConfirmRest: false })
  expect(result).toBeNull()
})

it('reads genders, states, numerators, footnotes and periods of a long table', async () => {
  const layout = layoutOf({
    name: ['fraga'],
    gender: ['kon'],
    note: ['not'],
    status: ['status'],
    measures: [{ ...share, unitColumns: [], decimals: null }],
    values: [
      {
        column: 'svar',
        measure: 0,
        kind: 'result',
        period: { from: 'column', column: 'period' },
        numerator: 'taljare',
        denominator: 'n',
      },
    ],
  })
  const text = [
    'fråga;period;kön;svar;täljare;n;status;not',
    'Trygg;2023-K2;Kvinnor;84,25;121;144;prel.;ny fråga',
    'Trygg;2023-K2;män;..;;;;',
    'Trygg;kvartal 2 2023;;80;;;;',
    'Trygg;2023-K2;okänt;80;;;;',
    'Trygg;2023-06-30;;80;;;;',
    'Trygg;;;80;;;;',
  ].join('\n')
  const upload = { source: 'enkat', fileName: 'e.csv', bytes: Buffer.from(text), layout, dryRun: false }
  const { preview, result } = await importFile(database, actor, { ...upload, withoutRejected: true })
  expect(preview.errors.map(({ line, code }) => [line, code])).toEqual([
    [5, 'not-a-gender'],
    [6, 'not-a-period'],
    [7, 'missing-period'],
  ])
  const stored = await database.db
    .select()
    .from(observation)
    .where(eq(observation.importId, result?.importId ?? ''))
    .orderBy(observation.id)
  expect(
    stored.map(({ period, gender, value, numerator, denominator, status, note }) => [
      period,
      gender,
      value,
      numerator,
      denominator,
      status,
      note,
    ]),
  ).toEqual([
    ['2023-K2', 'K', '84.25', '121', '144', 'preliminary', 'ny fråga'],
    ['2023-K2', 'M', null, null, null, 'suppressed', null],
    ['2023-K2', 'T', '80', null, null, 'final', null],
  ])
  const found = await database.db.query.indicator.findFirst({ where: (row, { eq: is }) => is(row.id, 'enkat/trygg') })
  expect(found).toMatchObject({ byGender: true, decimals: 2 })
})
