import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { dataImport, importDraft } from '#db/schema/data-import.ts'
import { indicator } from '#db/schema/indicator.ts'
import { observation } from '#db/schema/observation.ts'
import { testDatabase } from '#db/testing/test-database.ts'
import type { Actor } from '../policies/actor.ts'
import { discardDraft } from './discard-draft.ts'
import { importFile } from './import-file.ts'
import { MAX_UPLOAD, previewDraft, previewImport, saveDraft } from './preview-import.ts'
import { builtInLayout } from './sources/index.ts'
import { makeActor } from './testing/organisation.ts'
import { sampleFile } from './testing/sample-files.ts'
import { HEADER, seniorAlertCsv } from './testing/senior-alert-csv.ts'

const database = testDatabase()
let actor: Actor
beforeAll(async () => {
  actor = await makeActor(database.db)
})

const preview = (bytes: Uint8Array, source = 'senior-alert') =>
  previewImport(database, actor, { source, fileName: 'fil.csv', bytes })

const stored = async (): Promise<number[]> =>
  Promise.all(
    [dataImport, observation, indicator].map(table =>
      database.db.$count(table, eq(table.organisationId, actor.organisationId)),
    ),
  )

const GOOD = 'Fall,Mått,95,100,70,procent'
const next = new Date().getFullYear() + 1
const palliative = (row: string): Buffer => Buffer.from(`indikator,resultat_2023,malvarde_2023,enhet,n_2023\n${row}\n`)
const deviations = (row: string): Buffer =>
  Buffer.from(`kategori,antal_2023,andel_utredda_2023,malvarde_andel,enhet_andel\n${row}\n`)

describe('refuses the whole file for', () => {
  it.each<[string, Buffer, string, { line: number; column: string; code: string; value?: string }[]]>([
    [
      'a header of nothing known',
      Buffer.from('a,b\n1,2\n'),
      'senior-alert',
      [
        { line: 1, column: 'omrade', code: 'missing-column' },
        { line: 1, column: 'matt', code: 'missing-column' },
        { line: 1, column: 'resultat_{period}', code: 'no-year-column' },
      ],
    ],
    [
      'no unit column',
      Buffer.from('omrade,matt,resultat_2023\nFall,Mått,1\n'),
      'senior-alert',
      [{ line: 1, column: 'enhet', code: 'missing-column' }],
    ],
    [
      'no unit column that two measures ask for, said once',
      Buffer.from('verksamhet,budget_nov_2023,utfall_nov_2023,avvikelse\nHemtjänst,1,2,-1\n'),
      'ekonomi',
      [{ line: 1, column: 'enhet', code: 'missing-column' }],
    ],
    [
      'a column twice',
      Buffer.from(`${HEADER},Resultat 2023\n${GOOD},1\n`),
      'senior-alert',
      [{ line: 1, column: 'Resultat 2023', code: 'duplicate-column' }],
    ],
    [
      'a result of a year to come',
      Buffer.from(`omrade,matt,resultat_${next},enhet\nFall,Mått,1,procent\n`),
      'senior-alert',
      [{ line: 1, column: `resultat_${next}`, code: 'future-year', value: String(next) }],
    ],
    ['only a header', seniorAlertCsv(), 'senior-alert', [{ line: 1, column: '', code: 'no-rows' }]],
    [
      'too few cells',
      seniorAlertCsv(GOOD, 'Fall,Annat,1'),
      'senior-alert',
      [{ line: 3, column: '', code: 'cell-count', value: 'Fall | Annat | 1' }],
    ],
    [
      'too many cells',
      seniorAlertCsv('Fall,Mått,95,5,100,70,procent'),
      'senior-alert',
      [{ line: 2, column: '', code: 'cell-count' }],
    ],
    [
      'an unquoted decimal comma',
      seniorAlertCsv('Fall,Mått,95,5,100,70,procent'),
      'senior-alert',
      [{ line: 2, column: '', code: 'cell-count' }],
    ],
    [
      'no name',
      seniorAlertCsv('Fall, ,95,100,70,procent'),
      'senior-alert',
      [{ line: 2, column: 'matt', code: 'missing-key' }],
    ],
    [
      'a name too long',
      seniorAlertCsv(`${'x'.repeat(201)},Mått,95,100,70,procent`),
      'senior-alert',
      [{ line: 2, column: 'omrade', code: 'key-too-long', value: 'x'.repeat(100) }],
    ],
    [
      'a name without a letter',
      seniorAlertCsv('???,Mått,95,100,70,procent'),
      'senior-alert',
      [{ line: 2, column: 'omrade', code: 'damaged-text' }],
    ],
    [
      'replacement characters',
      seniorAlertCsv('Trycks\ufffdr,Mått,95,100,70,procent'),
      'senior-alert',
      [{ line: 2, column: 'omrade', code: 'damaged-text' }],
    ],
    [
      'UTF-8 read as Windows-1252',
      seniorAlertCsv('TrycksÃ¥r,Mått,95,100,70,procent'),
      'senior-alert',
      [{ line: 2, column: 'omrade', code: 'damaged-text' }],
    ],
    [
      'the same row twice',
      seniorAlertCsv(GOOD, 'Annat,Mått,1,2,3,procent', ' FALL ,mått,1,2,3,procent'),
      'senior-alert',
      [{ line: 4, column: '', code: 'duplicate-row', value: '2' }],
    ],
    [
      'another unit',
      seniorAlertCsv('Fall,Mått,95,100,70,promille'),
      'senior-alert',
      [{ line: 2, column: 'enhet', code: 'wrong-unit', value: 'promille' }],
    ],
    [
      'words for numbers',
      seniorAlertCsv('Fall,Mått,nittio,100,70,procent'),
      'senior-alert',
      [{ line: 2, column: 'resultat_2023', code: 'not-a-number', value: 'nittio' }],
    ],
    [
      'errors of Excel',
      seniorAlertCsv('Fall,Mått,#DIVISION/0!,#SAKNAS!,70,procent'),
      'senior-alert',
      [
        { line: 2, column: 'resultat_2023', code: 'not-a-number' },
        { line: 2, column: 'malvarde_2023', code: 'not-a-number' },
      ],
    ],
    [
      'a share over 100',
      seniorAlertCsv('Fall,Mått,101,100,70,procent'),
      'senior-alert',
      [{ line: 2, column: 'resultat_2023', code: 'out-of-range', value: '101' }],
    ],
    [
      'a share under 0',
      seniorAlertCsv('Fall,Mått,−1,100,70,procent'),
      'senior-alert',
      [{ line: 2, column: 'resultat_2023', code: 'out-of-range' }],
    ],
    [
      'two decimal signs',
      seniorAlertCsv('Fall,A,"9,5","9,5",9.5,procent'),
      'senior-alert',
      [{ line: 2, column: 'resultat_2022', code: 'mixed-decimals', value: '9.5' }],
    ],
    [
      'a thousands point',
      seniorAlertCsv('Fall,A,"1.234,5",1,1,procent'),
      'senior-alert',
      [{ line: 2, column: 'resultat_2023', code: 'not-a-number' }],
    ],
    [
      'an open quote',
      seniorAlertCsv(GOOD, '"Annat,Mått,1,2,3,procent', 'Mer,Mått,1,2,3,procent'),
      'senior-alert',
      [{ line: 3, column: '', code: 'broken-quotes' }],
    ],
    [
      'an open quote in the header',
      Buffer.from(`"${HEADER}\n${GOOD}\n`),
      'senior-alert',
      [{ line: 1, column: '', code: 'broken-quotes' }],
    ],
    [
      'n = 0',
      palliative('Samtal,47.1,70,procent,0'),
      'palliativregistret',
      [{ line: 2, column: 'n_2023', code: 'zero-denominator', value: '0' }],
    ],
    [
      'half a person',
      palliative('Samtal,47.1,70,procent,3.5'),
      'palliativregistret',
      [{ line: 2, column: 'n_2023', code: 'not-an-integer' }],
    ],
    [
      'a negative number of cases',
      deviations('Fall,-3,90,90,procent'),
      'avvikelser',
      [{ line: 2, column: 'antal_2023', code: 'negative', value: '-3' }],
    ],
    [
      'half a case',
      deviations('Fall,3.5,90,90,procent'),
      'avvikelser',
      [{ line: 2, column: 'antal_2023', code: 'not-an-integer' }],
    ],
    [
      'a share where a count belongs',
      deviations('Fall,3 %,90,90,procent'),
      'avvikelser',
      [{ line: 2, column: 'antal_2023', code: 'wrong-unit' }],
    ],
    [
      'another source',
      sampleFile('avvikelser'),
      'senior-alert',
      [
        { line: 1, column: 'omrade', code: 'missing-column' },
        { line: 1, column: 'matt', code: 'missing-column' },
        { line: 1, column: 'resultat_{period}', code: 'no-year-column' },
      ],
    ],
  ])('%s', async (_, bytes, source, errors) => {
    const result = await preview(bytes, source)
    expect(result.errors).toMatchObject(errors)
    expect(result).toMatchObject({ errorCount: errors.length, canConfirm: false })
    const upload = { source, fileName: 'fil.csv', bytes, dryRun: false }
    expect((await importFile(database, actor, upload)).result).toBeNull()
    expect(await stored()).toEqual([0, 0, 0])
  })
})

describe('throws for', () => {
  it.each([
    ['an unknown source', { source: 'toString' }, { code: 'unknown-source' }],
    ['a file that is no CSV', { bytes: Buffer.from('%PDF-1.7') }, { code: 'not-a-table', reason: 'pdf' }],
    ['a huge file', { bytes: new Uint8Array(MAX_UPLOAD + 1) }, { code: 'file-too-large', limit: MAX_UPLOAD }],
  ])('%s, and keeps no draft', async (_, change, error) => {
    const upload = { source: 'senior-alert', fileName: 'fil.csv', bytes: seniorAlertCsv(GOOD) }
    const before = await database.db.$count(importDraft)
    await expect(previewImport(database, actor, { ...upload, ...change })).rejects.toMatchObject(error)
    expect(await database.db.$count(importDraft)).toBe(before)
  })

  it('people who may not import', async () => {
    const reader = { ...actor, grants: [{ boardId: null, role: 'revisor' as const }] }
    const upload = { source: 'senior-alert', fileName: 'fil.csv', bytes: seniorAlertCsv(GOOD) }
    await expect(previewImport(database, reader, upload)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(previewDraft(database, reader, crypto.randomUUID())).rejects.toMatchObject({ code: 'not-allowed' })
  })
})

describe('tells, but accepts', () => {
  it.each<[string, Buffer, string, object]>([
    [
      'unknown columns',
      Buffer.from(`${HEADER},kommentar\n${GOOD},bra\n`),
      'senior-alert',
      { code: 'unknown-column', column: 'kommentar' },
    ],
    [
      'n without a result',
      Buffer.from('indikator,resultat_2023,enhet,n_2022\nSamtal,47.1,procent,3\n'),
      'palliativregistret',
      { code: 'unused-column', column: 'n_2022' },
    ],
    [
      'suppressed numbers',
      deviations('Fall,<5,"<5 %",90,procent'),
      'avvikelser',
      { code: 'suppressed', count: 1, line: 2, value: '<5' },
    ],
    [
      'shares written as fractions',
      seniorAlertCsv('Fall,Mått,0.95,1,0.7,procent'),
      'senior-alert',
      { code: 'looks-like-fractions' },
    ],
  ])('%s', async (_, bytes, source, notice) => {
    const result = await preview(bytes, source)
    expect(result).toMatchObject({ errors: [], canConfirm: true })
    expect(result.notices).toContainEqual(expect.objectContaining(notice))
  })

  it('names the source that the file seems to be of', async () => {
    const { notices } = await preview(sampleFile('palliativregistret'))
    expect(notices).toContainEqual(
      expect.objectContaining({ code: 'other-source', value: 'Svenska palliativregistret' }),
    )
  })

  it('suppressed numbers are missing, not zero', async () => {
    const { additions, missingCount } = await preview(deviations('Fall,<5,,90,procent'), 'avvikelser')
    expect(additions.map(({ kind, new: value }) => [kind, value])).toEqual([
      ['result', null],
      ['result', null],
      ['target', '90'],
    ])
    expect(missingCount).toBe(2)
  })
})

it('reads columns in any order and years of any file', async () => {
  const file = 'Enhet;Resultat 2024;Mått;n 2024;Målvärde 2025;Område\nProcent;47,1 %;Utförd åtgärd;9;80;Fall\n'
  const { errors, additions } = await preview(Buffer.from(file))
  expect(errors).toEqual([])
  expect(additions.map(({ indicatorId, kind, period, new: value }) => [indicatorId, kind, period, value])).toEqual([
    ['senior-alert/fall/utford-atgard', 'target', '2025', '80'],
    ['senior-alert/fall/utford-atgard', 'result', '2024', '47.1'],
  ])
})

it('takes control characters of a note for spaces, so that no cell can end another', async () => {
  const layout = { ...builtInLayout('senior-alert'), note: ['anmarkning'] }
  const text = `\ufeff${HEADER},anmarkning\n${GOOD},"a\u001fb\u001ec\u001d2\td\\e\nf"\n`
  const bytes = Buffer.from(text, 'utf16le')
  const { draftId } = await saveDraft(database, actor, { source: 'senior-alert', fileName: 'n.csv', bytes, layout })
  const { additions, errors } = await previewDraft(database, actor, draftId)
  expect(errors).toEqual([])
  expect(additions.map(({ kind, period, new: value, newNote }) => [kind, period, value, newNote])).toEqual([
    ['result', '2023', '95', 'a b c 2 d\\e f'],
    ['target', '2023', '100', 'a b c 2 d\\e f'],
    ['result', '2022', '70', 'a b c 2 d\\e f'],
  ])
})

it('lists the first 200 errors and counts all', async () => {
  const rows = Array.from({ length: 10_000 }, (_, i) => `Område ${i},Mått,x,100,70,procent`)
  const result = await preview(seniorAlertCsv(...rows, rows[0] ?? ''))
  expect(result.errors).toHaveLength(200)
  expect(result.errors.at(-1)).toMatchObject({ line: 201, code: 'not-a-number' })
  expect(result).toMatchObject({ errorCount: 10_001, rowCount: 10_001, canConfirm: false })
})

it('shows a draft again, until it is discarded or a day old', async () => {
  const first = await preview(seniorAlertCsv(GOOD))
  expect(await previewDraft(database, actor, first.draftId)).toEqual(first)
  const other = await makeActor(database.db)
  await expect(previewDraft(database, other, first.draftId)).rejects.toMatchObject({ code: 'draft-gone' })
  await discardDraft(database, other, first.draftId)
  await discardDraft(database, actor, first.draftId)
  await discardDraft(database, actor, 'inget uuid')
  await expect(previewDraft(database, actor, first.draftId)).rejects.toMatchObject({ code: 'draft-gone' })

  const old = await preview(seniorAlertCsv(GOOD))
  await database.sql`update import_draft set uploaded_at = now() - interval '25 hours' where id = ${old.draftId}`
  const fresh = await preview(seniorAlertCsv(GOOD))
  await expect(previewDraft(database, actor, old.draftId)).rejects.toMatchObject({ code: 'draft-gone' })
  expect((await previewDraft(database, actor, fresh.draftId)).newCount).toBe(3)
})

it('keeps the file to the byte, however long', async () => {
  const row = 'Fall,Mått,95,100,70,procent'
  const bytes = Buffer.from(`${HEADER},kommentar\n${row},"${'å'.repeat(30_000)}"\n${'\n'.repeat(3_000_000)}`)
  const { draftId } = await preview(bytes)
  const [draft] = await database.sql<{ file: Buffer }[]>`select file from import_draft where id = ${draftId}`
  expect(draft?.file.equals(bytes)).toBe(true)
})
