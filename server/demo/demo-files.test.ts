import { and, eq } from 'drizzle-orm'
import { beforeAll, expect, it } from 'vitest'
import { dataImport } from '#db/schema/data-import.ts'
import { indicator } from '#db/schema/indicator.ts'
import { observation } from '#db/schema/observation.ts'
import { testDatabase } from '#db/testing/test-database.ts'
import { demoFiles } from './demo-files.ts'
import { loadDemo } from './load-demo.ts'

const database = testDatabase()
beforeAll(() => loadDemo(database.db))

const storedAs = async (indicatorId: string, kind: 'result' | 'budget' | 'forecast' | 'target', period: string) =>
  database.db.query.observation.findFirst({
    where: and(
      eq(observation.indicatorId, indicatorId),
      eq(observation.kind, kind),
      eq(observation.period, period),
      eq(observation.gender, 'T'),
    ),
  })

it('loads every file once', async () => {
  await loadDemo(database.db)
  const imports = await database.db.query.dataImport.findMany({ columns: { fileName: true, source: true } })
  expect(imports.map(({ source, fileName }) => `${source} ${fileName}`).sort()).toEqual(
    demoFiles.map(({ source, fileName }) => `${source} ${fileName}`).sort(),
  )
})

it('has budget, outcome and deviation of each part, sums as the source states them', async () => {
  const home = 'ekonomi/avdelning-aldre/sarskilda-boenden-sabo'
  expect(await storedAs(home, 'budget', '2023-01..11')).toMatchObject({ value: '114073', status: 'final' })
  expect(await storedAs(home, 'result', '2023-01..11')).toMatchObject({ value: '113668' })
  const deviation = 'ekonomi/avdelning-aldre-avvikelse/sarskilda-boenden-sabo'
  expect(await storedAs(deviation, 'result', '2023-01..11')).toMatchObject({ value: '405' })
  expect(await storedAs(deviation, 'forecast', '2023')).toMatchObject({ value: '-100' })
  expect(await storedAs('ekonomi/driftbudget/summa', 'budget', '2024')).toMatchObject({ value: '441789' })
  const missing = 'ekonomi/avdelning-myndighet-avvikelse/intakter'
  expect(await storedAs(missing, 'forecast', '2023')).toMatchObject({ value: null, status: 'missing' })
})

it('has absence by month, and says that the indicator is monthly', async () => {
  const id = 'hr/sjukfranvaro-myndighet/dag-15-59'
  expect(await storedAs(id, 'result', '2023-11')).toMatchObject({ value: '4.05' })
  expect(await storedAs(id, 'result', '2023-03')).toMatchObject({ value: '0' })
  const found = await database.db.query.indicator.findFirst({ where: eq(indicator.id, id) })
  expect(found).toMatchObject({ rhythm: 'month', unit: 'percent', decimals: 2, better: 'down' })
})

it('has typed targets, and tells which rows of the plan say too little', async () => {
  const plan = await database.db.query.dataImport.findFirst({ where: eq(dataImport.source, 'namndplan') })
  expect(plan?.reason?.split('\n')).toMatchObject([
    expect.stringContaining('5 rader importerades inte'),
    expect.stringMatching(/^Rad 3, utgangs_ar: Värdet har ingen period/),
    ...Array.from({ length: 4 }, () => expect.stringContaining('Värdet har ingen period')),
  ])
  const trust =
    'namndplan/hog-upplevelse-av-trygghet/brukarundersokning-hemtjanst-bemotande-fortroende-trygghet-medelvarde'
  expect(await storedAs(trust, 'target', '2027')).toMatchObject({ value: null, goal: 'national', status: 'final' })
  const registers = 'namndplan/god-kvalitet-i-service-stod-vard-och-omsorg/mal-for-kvalitetsregister-i-egenkontrollplan'
  expect(await storedAs(registers, 'target', '2027')).toMatchObject({
    goal: 'reference',
    note: 'se egenkontrollplan 2023–2025',
  })
})
