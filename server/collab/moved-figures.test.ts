import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '#db/testing/test-database.ts'
import { loadActor } from '../auth/load-actor.ts'
import { importFile } from '../indicators/import-file.ts'
import type { Actor } from '../policies/actor.ts'
import { collabSuite } from './testing/suite.ts'
import { until } from './testing/until.ts'
import { startCollab, type TestServer } from './testing/world.ts'

const database = testDatabase()
const suite = collabSuite(database, { events: true })
let other: TestServer
let mas: Actor
beforeAll(async () => {
  other = await startCollab(suite.world, { events: true })
  const found = await loadActor(database.db, suite.mas)
  if (!found) throw new Error('no actor')
  mas = found
})
afterAll(() => other.stop())

const HEADER = 'indikator;resultat_2023;malvarde_2023;resultat_2022;enhet;n_2023;n_2022'

async function importRows(rows: string[]): Promise<void> {
  const bytes = Buffer.from([HEADER, ...rows].join('\r\n'))
  const upload = { source: 'palliativregistret', fileName: `${rows.length}.csv`, bytes, dryRun: false }
  const { result } = await importFile({ db: database.db }, mas, upload)
  expect(result?.written).toBeGreaterThan(0)
}

test('a few figures that moved reach everybody at every node, with their values', async () => {
  const [first, second] = [await suite.world.report(suite.mas), await suite.world.report(suite.mas)]
  const people = [
    await suite.join(first.id),
    await suite.join(second.id),
    await suite.join(first.id, { port: other.port }),
    await suite.join(first.id, { userId: suite.revisor }),
  ]
  await importRows(['Smärtskattad;58,8;75;23,3;procent;34;30'])
  for (const person of people) {
    await until('figures', () => person.moved.length === 1)
    const [moved] = person.moved
    expect(moved?.keys).toContain('palliativregistret/smartskattad|result|2023|T')
    expect(moved?.data.figures['palliativregistret/smartskattad|result|2023|T']).toMatchObject({
      value: '58.8',
      passport: { importedBy: 'MAS' },
    })
    expect(person.changed).toEqual(['data'])
  }
})

test('of many, and of what is no import, people are told, and ask for what they show', async () => {
  const { id } = await suite.world.report(suite.mas)
  const person = await suite.join(id)
  await importRows(Array.from({ length: 100 }, (_, n) => `Mått ${n};58,8;75;23,3;procent;34;30`))
  await until('told', () => person.changed.length === 1)
  expect(person.moved).toEqual([])
})

test('nobody hears of another organisation’s figures', async () => {
  const { id } = await suite.world.report(suite.mas)
  const person = await suite.join(id)
  await suite.server.collab.onEvent({ type: 'data', organisationId: id, importId: id })
  await importRows(['Brytpunkt;47,1;70;60,0;procent;34;30'])
  await until('told', () => person.changed.length === 1)
  expect(person.moved[0]?.keys.every(key => key.includes('brytpunkt'))).toBe(true)
})
