import { expect, it } from 'vitest'
import { testDatabase } from '#db/testing/test-database.ts'
import type { FigureRef } from '#editor/core/figure.ts'
import type { Actor } from '../policies/actor.ts'
import { importFile } from './import-file.ts'
import { listImports } from './list-imports.ts'
import { listIndicators } from './list-indicators.ts'
import { readFigures } from './read-figures.ts'
import { makeActor } from './testing/organisation.ts'
import { sampleFile } from './testing/sample-files.ts'
import { seniorAlertCsv } from './testing/senior-alert-csv.ts'
import { undoImport } from './undo-import.ts'

const database = testDatabase()

const importBytes = (actor: Actor, source: string, bytes: Uint8Array, fileName = 'fil.csv') =>
  importFile(database, actor, { source, fileName, bytes, dryRun: false })

it('lists the catalogue by source and area in the order of the files', async () => {
  const actor = await makeActor(database.db)
  for (const source of ['senior-alert', 'avvikelser']) await importBytes(actor, source, sampleFile(source))
  await importBytes(
    actor,
    'senior-alert',
    seniorAlertCsv('Blåsdysfunktion,Mått,1,,,procent', 'Fall,Nytt mått,1,2,3,procent'),
  )
  const [deviations, seniorAlert] = await listIndicators(database, actor)
  expect(deviations).toMatchObject({ source: 'avvikelser', sourceName: 'Avvikelser HSL', years: [2023, 2022] })
  expect(deviations?.indicators.map(({ area, name }) => `${area}: ${name}`)).toEqual([
    'Antal avvikelser: Läkemedel',
    'Antal avvikelser: Fall',
    'Antal avvikelser: Ordinerad hälso- och sjukvårdsinsats',
    'Antal avvikelser: Hjälpmedel, teknik, fysisk miljö',
    'Antal avvikelser: Vårdrelaterade infektioner',
    'Antal avvikelser: Brister i arbetsrutiner, organisation, samarbete HSL',
    'Andel utredda avvikelser: Läkemedel',
    'Andel utredda avvikelser: Fall',
    'Andel utredda avvikelser: Ordinerad hälso- och sjukvårdsinsats',
    'Andel utredda avvikelser: Hjälpmedel, teknik, fysisk miljö',
    'Andel utredda avvikelser: Vårdrelaterade infektioner',
    'Andel utredda avvikelser: Brister i arbetsrutiner, organisation, samarbete HSL',
  ])
  expect(deviations?.indicators.map(indicator => indicator.years)).toEqual([
    ...Array.from({ length: 4 }, () => [2023, 2022]),
    [],
    [2023, 2022],
    ...Array.from({ length: 4 }, () => [2023]),
    [],
    [2023],
  ])
  expect(seniorAlert?.indicators.map(({ area, name }) => `${area}: ${name}`)).toEqual([
    'Trycksår: Åtgärdsplan vid risk',
    'Trycksår: Utförd åtgärd vid risk',
    'Undernäring: Åtgärdsplan vid risk',
    'Undernäring: Utförd åtgärd vid risk',
    'Fall: Åtgärdsplan vid risk',
    'Fall: Utförd åtgärd vid risk',
    'Fall: Nytt mått',
    'Munhälsa: Åtgärdsplan vid risk',
    'Munhälsa: Utförd åtgärd vid risk',
    'Blåsdysfunktion: Mått',
  ])
  expect(seniorAlert?.indicators[0]).toEqual({
    id: 'senior-alert/trycksar/atgardsplan-vid-risk',
    source: 'senior-alert',
    area: 'Trycksår',
    name: 'Åtgärdsplan vid risk',
    unit: 'percent',
    unitText: '',
    decimals: 0,
    better: 'up',
    years: [2023, 2022],
    newest: '2023',
  })
  const [, few] = await listIndicators(database, actor, 2)
  expect(few?.indicators).toEqual(seniorAlert?.indicators.slice(0, 2))
  expect(few?.indicatorCount).toBe(10)
})

it('leaves out years and indicators whose import was undone', async () => {
  const actor = await makeActor(database.db)
  await importBytes(actor, 'senior-alert', seniorAlertCsv('Fall,Mått,95,100,,procent'))
  const { result } = await importBytes(
    actor,
    'senior-alert',
    seniorAlertCsv('Fall,Mått,95,100,70,procent', 'Trycksår,Mått,1,2,3,procent'),
  )
  await undoImport(database, actor, result?.importId ?? '')
  const [source] = await listIndicators(database, actor)
  expect(source).toMatchObject({ indicatorCount: 1, indicators: [{ name: 'Mått', area: 'Fall', years: [2023] }] })
})

it('lists imports, newest first, with what they wrote', async () => {
  const actor = await makeActor(database.db)
  expect(await listImports(database, actor)).toEqual([])
  await importBytes(actor, 'senior-alert', seniorAlertCsv('Fall,Mått,95,100,70,procent'), 'första.csv')
  await importBytes(actor, 'senior-alert', seniorAlertCsv('Fall,Mått,96,100,70,procent'), 'andra.csv')
  expect(await listImports(database, actor)).toMatchObject([
    { fileName: 'andra.csv', source: 'senior-alert', importedBy: 'MAS', written: 1 },
    { fileName: 'första.csv', written: 3 },
  ])
  expect(await listImports(database, actor, 1)).toHaveLength(1)
})

it('reads any number of figures, the same ref once', async () => {
  const actor = await makeActor(database.db)
  const rows = Array.from({ length: 500 }, (_, i) => `Område ${i},Mått,${i % 101},100,70,procent`)
  await importBytes(actor, 'senior-alert', seniorAlertCsv(...rows))
  const refs = rows.flatMap((_, i): FigureRef[] => {
    const indicatorId = `senior-alert/omrade-${i}/matt`
    return [
      { indicatorId, kind: 'result', period: '2023', gender: 'T' },
      { indicatorId, kind: 'target', period: '2023', gender: 'T' },
      { indicatorId, kind: 'result', period: '1999', gender: 'T' },
      { indicatorId, kind: 'result', period: '2023', gender: 'K' },
    ]
  })
  const data = await readFigures(database, actor.organisationId, Array.from({ length: 15 }, () => refs).flat())
  expect(Object.keys(data.figures)).toHaveLength(1000)
  expect(Object.keys(data.indicators)).toHaveLength(500)
  expect(data.figures['senior-alert/omrade-17/matt|result|2023|T']?.value).toBe('17')
  expect(data.figures['senior-alert/omrade-17/matt|result|2023|T']?.passport.importedAt).toMatch(
    /^\d{4}-\d\d-\d\dT[\d:.]+Z$/,
  )
  expect(await readFigures(database, actor.organisationId, [])).toEqual({ indicators: {}, figures: {} })
})

it('says the newest period of what has figures of months alone', async () => {
  const actor = await makeActor(database.db)
  const ofMonths = (period: string, rows: string): Uint8Array =>
    new TextEncoder().encode(`verksamhet;budget_${period};utfall_${period};enhet\n${rows}\n`)
  await importBytes(actor, 'ekonomi', ofMonths('nov_2023', 'Hemtjänst;120;130;tkr'))
  await importBytes(actor, 'ekonomi', ofMonths('okt_2023', 'Hemtjänst;110;115;tkr\nKorttidsboende;20;;tkr'), 'okt.csv')
  const [source] = await listIndicators(database, actor)
  expect(source).toMatchObject({ years: [], newest: '2023-11' })
  expect(source?.indicators.map(({ years, newest }) => ({ years, newest }))).toEqual([
    { years: [], newest: '2023-11' },
    { years: [], newest: '2023-10' },
  ])
})
