import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '#db/testing/test-database.ts'
import type { Actor } from '../../policies/actor.ts'
import { importFile } from '../import-file.ts'
import { makeActor, makeColleague } from '../testing/organisation.ts'
import { seniorAlertCsv } from '../testing/senior-alert-csv.ts'
import { changeIndicator } from './change-indicator.ts'
import { readCatalogueLog } from './read-catalogue-log.ts'

const ID = 'senior-alert/fall/a'
const database = testDatabase()
let mas: Actor
let chef: Actor

beforeEach(async () => {
  mas = await makeActor(database.db)
  chef = await makeColleague(database.db, mas.organisationId, 'verksamhetschef', 'Chef')
  await bring('Fall,A,95,100,70,procent')
})

const bring = (row: string, as = mas) =>
  importFile(database, as, { source: 'senior-alert', fileName: 'fil.csv', bytes: seniorAlertCsv(row), dryRun: false })
const logged = async (who = mas) =>
  (await readCatalogueLog(database, who, ID)).map(({ by, changes }) => ({ by, changes }))

describe('the log of the catalogue', () => {
  test('holds who changed which columns, from what to what, newest first', async () => {
    expect(await logged()).toEqual([])
    await changeIndicator(database, mas, ID, { definition: 'Alla fall.', smallNumber: 5, rhythm: 'year' })
    await changeIndicator(database, mas, ID, { breaks: [{ period: '2023-04', note: 'ny enkät' }] })
    await changeIndicator(database, mas, ID, { definition: 'Fall med skada.' })
    expect(await logged(chef)).toEqual([
      { by: 'MAS', changes: { definition: { before: 'Alla fall.', after: 'Fall med skada.' } } },
      { by: 'MAS', changes: { breaks: { before: [], after: [{ period: '2023-04', note: 'ny enkät' }] } } },
      {
        by: 'MAS',
        changes: {
          definition: { before: '', after: 'Alla fall.' },
          small_number: { before: null, after: 5 },
        },
      },
    ])
    const [newest] = await readCatalogueLog(database, mas, ID, 1)
    expect(Math.abs(Date.parse(newest?.at ?? '') - Date.now())).toBeLessThan(60_000)
  })

  test('says nothing where nothing changed', async () => {
    await changeIndicator(database, mas, ID, { definition: 'Alla fall.' })
    await changeIndicator(database, mas, ID, { definition: 'Alla fall.' })
    await bring('Fall,A,96,100,70,procent')
    expect(await logged()).toHaveLength(1)
  })

  test('says what a file changed of an indicator, and whose import it was', async () => {
    const ekonom = await makeColleague(database.db, mas.organisationId, 'ekonom', 'Ekonom')
    await bring('FALL,a,95.25,100,70,procent', ekonom)
    expect(await logged()).toEqual([
      {
        by: 'Ekonom',
        changes: { area: { before: 'Fall', after: 'FALL' }, name: { before: 'A', after: 'a' } },
      },
    ])
  })

  test('of people who change at once has each of them, each from what the one before left', async () => {
    const definitions = ['ett', 'två', 'tre', 'fyra', 'fem', 'sex']
    await Promise.all(definitions.map(definition => changeIndicator(database, mas, ID, { definition })))
    const log = (await logged()).map(({ changes }) => changes.definition).toReversed()
    expect(log.map(change => change?.after).toSorted()).toEqual(definitions.toSorted())
    expect(log.map(change => change?.before)).toEqual(['', ...log.slice(0, -1).map(change => change?.after)])
  })

  test('cannot be rewritten', async () => {
    await changeIndicator(database, mas, ID, { definition: 'Alla fall.' })
    const here = sql`organisation_id = ${mas.organisationId}`
    for (const statement of [
      sql`update indicator_change set changes = '{}' where ${here}`,
      sql`delete from indicator_change where ${here}`,
    ])
      await expect(database.db.execute(statement)).rejects.toMatchObject({
        cause: { message: expect.stringMatching(/append/) },
      })
    expect(await logged()).toHaveLength(1)
  })

  test('is another organisation’s own', async () => {
    await changeIndicator(database, mas, ID, { definition: 'Alla fall.' })
    expect(await logged(await makeActor(database.db))).toEqual([])
  })
})
