import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '#db/testing/test-database.ts'
import { type FigureRef, figureKey } from '#editor/core/figure.ts'
import { FigureStore } from '#editor/surface/figures/figure-store.ts'
import { loadActor } from '#server/auth/load-actor.ts'
import { collabSuite } from '#server/collab/testing/suite.ts'
import type { TestClient } from '#server/collab/testing/test-client.ts'
import { until } from '#server/collab/testing/until.ts'
import { FigureReads } from '#server/indicators/figure-reads.ts'
import { importFile } from '#server/indicators/import-file.ts'
import { readFigures } from '#server/indicators/read-figures.ts'
import type { Actor } from '#server/policies/actor.ts'

const database = testDatabase()
const suite = collabSuite(database, { events: true })
let mas: Actor
beforeAll(async () => {
  const found = await loadActor(database.db, suite.mas)
  if (!found) throw new Error('no actor')
  mas = found
})

const HEADER = 'indikator;resultat_2023;malvarde_2023;resultat_2022;enhet;n_2023;n_2022'

async function importRows(value: string): Promise<void> {
  const rows = Array.from({ length: 100 }, (_, n) => `Stor ${n};${value};${value};${value};procent;34;30`)
  const upload = {
    source: 'palliativregistret',
    fileName: `${value}.csv`,
    bytes: Buffer.from([HEADER, ...rows].join('\r\n')),
  }
  const { result } = await importFile(database, mas, { ...upload, dryRun: false })
  // More than is sent along with the word that they moved.
  expect(result?.written).toBe(300)
}

test('everybody who is told of a large import asks for what they show, and the database is asked a few times', async () => {
  const { id } = await suite.world.report(suite.mas)
  await importRows('58,8')
  let questions = 0
  let asked = 0
  const pages = 12
  const reads = new FigureReads(async (organisationId, refs) => {
    questions += 1
    // The first ones take until everybody has asked.
    await until('everybody has asked', () => asked === pages)
    return readFigures(database, organisationId, [...refs])
  })
  const ref = (n: number): FigureRef => ({
    indicatorId: `palliativregistret/stor-${n}`,
    kind: 'result',
    period: '2023',
    gender: 'T',
  })
  const stores: FigureStore[] = []
  const people: TestClient[] = []
  for (let page = 0; page < pages; page += 1) {
    const refs = [ref(page % 2), ref(2)]
    const fetch = (wanted: FigureRef[]) => {
      const answer = reads.of(mas.organisationId, wanted)
      asked += 1
      return answer
    }
    const initial = await readFigures(database, mas.organisationId, refs)
    const store = new FigureStore({ initial, fetch, frozen: () => false, onChanges: () => {} })
    store.use(refs)
    stores.push(store)
    const person = await suite.join(id)
    people.push(person)
    person.ws.on('message', () => {
      if (person.changed.length !== 1) return
      person.changed.push('data')
      store.refresh(5)
    })
  }
  await importRows('61,5')
  const value = (store: FigureStore): string | null | undefined => store.getSnapshot().figures[figureKey(ref(2))]?.value
  await until('everybody has it', () => stores.every(store => value(store) === '61.5'))
  expect(people.flatMap(({ moved }) => moved)).toEqual([])
  // Two that begin at once, and one for all who then ask each of the two questions.
  expect(questions).toBeLessThanOrEqual(4)
})
