import Big from 'big.js'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { observation } from '#db/schema/observation.ts'
import { testDatabase } from '#db/testing/test-database.ts'
import { type DemoFile, demoFiles } from '../demo/demo-files.ts'
import type { Actor } from '../policies/actor.ts'
import { importFile } from './import-file.ts'
import { makeActor } from './testing/organisation.ts'
import { fixtureFile, readAllCells } from './testing/read-table.ts'
import { sampleFile } from './testing/sample-files.ts'
import { HEADER } from './testing/senior-alert-csv.ts'
import { makeWorkbook } from './testing/workbook.ts'

const database = testDatabase()

const NUMBER = /^-?\d+(?:\.\d+)?$/

async function storedOf(actor: Actor) {
  const rows = await database.db.select().from(observation).where(eq(observation.organisationId, actor.organisationId))
  return rows
    .map(({ indicatorId, kind, period, gender, value, numerator, denominator, status, goal, note }) => ({
      key: [indicatorId, kind, period, gender].join(' '),
      // A spreadsheet keeps no zeros at the end: 60.0 is 60 there.
      value: value && new Big(value).toFixed(),
      numerator,
      denominator,
      status,
      goal,
      note,
    }))
    .sort((a, b) => a.key.localeCompare(b.key))
}

const importAs = async (file: DemoFile, fileName: string, bytes: Buffer) => {
  const actor = await makeActor(database.db)
  const { preview, result } = await importFile(database, actor, { ...file, fileName, bytes, dryRun: false })
  return { preview, result, stored: await storedOf(actor) }
}

describe.each(demoFiles.map(file => [file.fileName.replace('.csv', ''), file] as const))('%s', (name, file) => {
  const csv = sampleFile(name)
  const xlsx = fixtureFile(`${name}.xlsx`)

  it('has the same cells in the workbook that LibreOffice made of it', async () => {
    const [texts, cells] = [await readAllCells(csv), await readAllCells(xlsx)]
    const plain = (rows: string[][]): string[][] =>
      rows.map(row => {
        const end = row.findLastIndex(cell => cell !== '') + 1
        return row.slice(0, end).map(cell => (NUMBER.test(cell) ? new Big(cell).toFixed() : cell))
      })
    expect(plain(cells)).toEqual(plain(texts))
  })

  it('is stored alike from CSV and from the workbook, to the last digit', async () => {
    const [fromCsv, fromXlsx] = [await importAs(file, `${name}.csv`, csv), await importAs(file, `${name}.xlsx`, xlsx)]
    expect(fromCsv.result?.written).toBeGreaterThan(6)
    expect(fromXlsx.stored).toEqual(fromCsv.stored)
    expect(fromXlsx.preview.errorCount).toBe(fromCsv.preview.errorCount)
    expect(fromXlsx.preview.notices).toEqual(fromCsv.preview.notices)
  })

  it('has every number of the file among the stored ones', async () => {
    const { stored, preview } = await importAs(file, `${name}.csv`, csv)
    const rejected = new Set(preview.errors.map(error => error.line))
    const values = stored.flatMap(({ value, denominator }) => [value, denominator])
    const [header = [], ...rows] = await readAllCells(csv)
    const left = rows.flatMap((row, index) =>
      rejected.has(index + 2)
        ? []
        : row.filter((cell, at) => NUMBER.test(cell) && !/_ar$|^malar$|_nr$|^sektion/.test(header[at] ?? '')),
    )
    expect(left.length).toBeGreaterThan(6)
    expect(left.filter(cell => !values.includes(new Big(cell).toFixed()))).toEqual([])
  })
})

it('reads the years from a header of two rows with merged cells, percent formats and a footnote', async () => {
  const actor = await makeActor(database.db)
  const { sources } = await import('./sources/index.ts')
  const value = { measure: 0, kind: 'result' as const, period: { from: 'header' as const }, numerator: null }
  const layout = {
    ...sources['senior-alert'],
    headerRows: 2,
    measures: sources['senior-alert'].measures.map(measure => ({ ...measure, unitColumns: [] })),
    values: [{ ...value, column: '{period}_resultat', denominator: '{period}_n' }],
  }
  const upload = { source: 'senior-alert', fileName: 'register.xlsx', bytes: fixtureFile('register.xlsx'), layout }
  const { preview } = await importFile(database, actor, { ...upload, dryRun: false })
  expect(preview).toMatchObject({ errors: [], newCount: 6, rowCount: 3 })
  expect(preview.notices.map(notice => [notice.code, notice.value])).toEqual([
    ['one-of-several-sheets', 'Register'],
    ['hidden-sheet', 'Underlag'],
    ['suppressed', '<5'],
    ['text-row', 'Källa: uttag ur registret'],
  ])
  expect(
    (await storedOf(actor)).map(({ key, value, denominator, status }) => [key, value, denominator, status]),
  ).toEqual([
    ['senior-alert/fall/atgardsplan-vid-risk result 2022 T', null, null, 'missing'],
    ['senior-alert/fall/atgardsplan-vid-risk result 2023 T', null, null, 'suppressed'],
    ['senior-alert/trycksar/atgardsplan-vid-risk result 2022 T', '100', '120', 'final'],
    ['senior-alert/trycksar/atgardsplan-vid-risk result 2023 T', '96', '144', 'final'],
    ['senior-alert/trycksar/utford-atgard-vid-risk result 2022 T', '68.5', '117', 'final'],
    ['senior-alert/trycksar/utford-atgard-vid-risk result 2023 T', '69.4', '121', 'final'],
  ])
})

it('says that rows which the workbook does not show are imported too', async () => {
  const actor = await makeActor(database.db)
  const cell = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`
  const row = (hidden: string, cells: string[]): string => `<row${hidden}>${cells.map(cell).join('')}</row>`
  const bytes = makeWorkbook({
    sheets: {
      Uttag:
        row('', HEADER.split(',')) +
        row('', ['Trycksår', 'åtgärdsplan vid risk', '96', '100', '95', '%']) +
        row(' hidden="1"', ['Fall', 'åtgärdsplan vid risk', '84', '100', '82', '%']),
    },
  })
  const upload = { source: 'senior-alert', fileName: 'filtrerad.xlsx', bytes }
  const { preview } = await importFile(database, actor, { ...upload, dryRun: true })
  expect(preview.notices.map(({ code, count, line }) => [code, count, line])).toContainEqual(['hidden-row', 1, 3])
})
