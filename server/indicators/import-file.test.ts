import { parse } from 'csv-parse/sync'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { dataImport, importDraft } from '#db/schema/data-import.ts'
import { observation } from '#db/schema/observation.ts'
import { testDatabase } from '#db/testing/test-database.ts'
import { type FigureRef, figureKey } from '#editor/core/figure.ts'
import type { Actor } from '../policies/actor.ts'
import { importFile } from './import-file.ts'
import { readFigures } from './read-figures.ts'
import { slug } from './slug.ts'
import { makeActor } from './testing/organisation.ts'
import { sampleFile } from './testing/sample-files.ts'

const database = testDatabase()

const importSample = (actor: Actor, source: string) =>
  importFile(database, actor, { source, fileName: `${source}.csv`, bytes: sampleFile(source), dryRun: false })

async function figureOf(actor: Actor, indicatorId: string, kind: FigureRef['kind'], period: string) {
  const ref: FigureRef = { indicatorId, kind, period, gender: 'T' }
  return (await readFigures(database, actor.organisationId, [ref])).figures[figureKey(ref)]
}

/** What a cell of the sample must read back as: its own text, or null where it is empty. */
const rowsOf = (source: string): Record<string, string>[] => parse(sampleFile(source), { columns: true })

const expected: Record<
  string,
  { count: number; check: (row: Record<string, string>) => [string, FigureRef['kind'], string, string][] }
> = {
  'senior-alert': {
    count: 24,
    check: row => {
      const id = `senior-alert/${slug(row.omrade ?? '')}/${slug(row.matt ?? '')}`
      return [
        [id, 'result', '2023', 'resultat_2023'],
        [id, 'result', '2022', 'resultat_2022'],
        [id, 'target', '2023', 'malvarde_2023'],
      ]
    },
  },
  palliativregistret: {
    count: 21,
    check: row => {
      const id = `palliativregistret/${slug(row.indikator ?? '')}`
      return [
        [id, 'result', '2023', 'resultat_2023'],
        [id, 'result', '2022', 'resultat_2022'],
        [id, 'target', '2023', 'malvarde_2023'],
      ]
    },
  },
  avvikelser: {
    count: 24,
    check: row => {
      const category = slug(row.kategori ?? '')
      return [
        [`avvikelser/antal/${category}`, 'result', '2023', 'antal_2023'],
        [`avvikelser/antal/${category}`, 'result', '2022', 'antal_2022'],
        [`avvikelser/andel-utredda/${category}`, 'result', '2023', 'andel_utredda_2023'],
        [`avvikelser/andel-utredda/${category}`, 'target', '2023', 'malvarde_andel'],
      ]
    },
  },
}

describe.each(Object.entries(expected))('%s', (source, { count, check }) => {
  it('reads back to the last digit', async () => {
    const actor = await makeActor(database.db)
    const { preview, result } = await importSample(actor, source)
    expect(preview).toMatchObject({ errors: [], notices: [], canConfirm: true, newCount: count, changedCount: 0 })
    expect(result?.written).toBe(count)
    let seen = 0
    for (const row of rowsOf(source))
      for (const [id, kind, period, column] of check(row)) {
        const figure = await figureOf(actor, id, kind, period)
        expect([id, kind, period, figure?.value]).toEqual([id, kind, period, row[column] || null])
        expect(figure?.denominator).toBe(kind === 'result' ? row[`n_${period}`] || null : null)
        expect(figure?.passport).toMatchObject({
          source,
          fileName: `${source}.csv`,
          importedBy: 'MAS',
          importId: result?.importId,
        })
        seen += 1
      }
    expect(seen).toBe(count)
  })
})

it('keeps missing apart from zero', async () => {
  const actor = await makeActor(database.db)
  await importSample(actor, 'avvikelser')
  await importSample(actor, 'senior-alert')
  const infections = await figureOf(actor, 'avvikelser/antal/vardrelaterade-infektioner', 'result', '2023')
  expect(infections).toMatchObject({ value: null, passport: { fileName: 'avvikelser.csv' } })
  const mouth = await figureOf(actor, 'senior-alert/munhalsa/utford-atgard-vid-risk', 'result', '2022')
  expect(mouth?.value).toBe('0')
  expect(await figureOf(actor, 'avvikelser/antal/okand', 'result', '2023')).toBeUndefined()
})

it('leaves nothing behind after a dry run', async () => {
  const actor = await makeActor(database.db)
  const upload = { source: 'senior-alert', fileName: 'a.csv', bytes: sampleFile('senior-alert'), dryRun: true }
  const { preview, result } = await importFile(database, actor, upload)
  expect(preview).toMatchObject({ canConfirm: true, newCount: 24, newIndicatorCount: 8 })
  expect(result).toBeNull()
  for (const table of [importDraft, dataImport, observation])
    expect(await database.db.$count(table, eq(table.organisationId, actor.organisationId))).toBe(0)
})
