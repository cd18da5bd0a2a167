import { writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { WebSocket } from 'ws'
import { connect, type DatabaseClient, migrateDatabase } from '#db/client.ts'
import type { DocumentNode } from '#editor/core/document-node.ts'
import { EDITOR_VERSION } from '#editor/core/editor-version.ts'
import { loadActorByLogin } from '#server/auth/load-actor.ts'
import { startCollab } from '#server/collab/testing/world.ts'
import { loadDemo } from '#server/demo/load-demo.ts'
import { createDocuments } from '#server/documents/create-documents.ts'
import { publish } from '#server/events.ts'
import { readFigures } from '#server/indicators/read-figures.ts'
import type { Actor } from '#server/policies/actor.ts'
import { createReport } from '#server/reports/create-report.ts'
import { findReport } from '#server/reports/find-report.ts'
import { listBoards } from '#server/reports/list-boards.ts'
import { paragraph, writeText } from '#server/reports/make-from/testing/write-text.ts'
import { readStructure } from '#server/reports/read-structure.ts'
import { storedResolver, usedIn } from '#server/reports/resolve-report.ts'
import { BenchDatabase } from './collab/database.ts'
import { percentiles } from './statistics.ts'

const INDICATORS = 100_000
const YEARS = { from: 2015, to: 2024 }
const TABLES = 60
const ROWS_PER_TABLE = 5
const NUMBERS = 500
const ROUNDS = 50
const CLIENTS = 200
const VALUES = 20

/** Spread over the whole catalogue, as the reports of a large organisation are. */
const idOf = (n: number): string => `prov/omrade-${(n * 7919) % 1000}/matt-${(n * 7919) % INDICATORS}`

async function fill({ sql }: DatabaseClient, { organisationId, id }: Actor): Promise<string> {
  const [made] = await sql<{ id: string }[]>`
    insert into data_import (organisation_id, source, file_name, file_sha256, file, imported_by)
    values (${organisationId}, 'prov', 'prov.csv', ${'0'.repeat(64)}, '', ${id}) returning id`
  if (!made) throw new Error('no import')
  await sql`insert into indicator (organisation_id, id, source, area, name, unit, decimals, better, by_gender, position)
    select ${organisationId}, 'prov/omrade-' || n % 1000 || '/matt-' || n, 'prov', 'Område ' || n % 1000, 'Mått ' || n,
      case when n % 2 = 0 then 'percent' else 'count' end, n % 2, 'up', true, n
    from generate_series(0, ${INDICATORS - 1}) n`
  await sql`insert into observation (organisation_id, indicator_id, kind, period, gender, value, import_id)
    select ${organisationId}, 'prov/omrade-' || n % 1000 || '/matt-' || n, 'result', year::text, gender,
      (n * 31 + year * 17 + ascii(gender)) % 1000 / 10.0, ${made.id}
    from generate_series(0, ${INDICATORS - 1}) n, generate_series(${YEARS.from}::int, ${YEARS.to}::int) year,
      unnest(array['T', 'K', 'M']) gender`
  await sql`analyze`
  return made.id
}

const number = (n: number): DocumentNode => ({
  type: 'boundNumber',
  attrs: {
    indicatorId: idOf(n),
    kind: 'result',
    period: String(YEARS.to),
    gender: 'T',
    form: n % 3 ? 'unit' : 'changed',
  },
})

const table = (n: number): DocumentNode => ({
  type: 'indicatorTable',
  attrs: {
    indicatorIds: Array.from({ length: ROWS_PER_TABLE }, (_, row) => idOf(10_000 + n * ROWS_PER_TABLE + row)),
    year: YEARS.to,
    caption: `Tabell ${n}`,
  },
})

async function makeReport(db: DatabaseClient['db'], mas: Actor): Promise<string> {
  const boardId = (await listBoards({ db }, mas)).find(({ mayCreate }) => mayCreate)?.id ?? ''
  const head = { templateKey: 'patientsakerhetsberattelse', boardId, year: YEARS.to, diaryNumber: '', title: 'Prov' }
  const { id: reportId } = await createReport({ db }, mas, head)
  const sections = (await readStructure({ db }, mas, reportId)).sections.filter(({ hasText }) => hasText)
  const share = <T>(count: number, at: number, make: (n: number) => T): T[] =>
    Array.from({ length: count }, (_, n) => n)
      .filter(n => n % sections.length === at)
      .map(make)
  const content = (at: number): DocumentNode[] => [
    ...share(NUMBERS, at, n => ({
      type: 'paragraph',
      content: [
        ...(paragraph('Under året var värdet ').content ?? []),
        number(n),
        ...(paragraph(' enligt registret.').content ?? []),
      ],
    })),
    ...share(TABLES, at, table),
  ]
  await writeText(db, { reportId, userId: mas.id }, Object.fromEntries(sections.map(({ id }, at) => [id, content(at)])))
  return reportId
}

/** From the commit of a new value until each of the clients has it, ms. */
async function measureSpread(
  client: DatabaseClient,
  mas: Actor,
  reportId: string,
  importId: string,
): Promise<number[]> {
  // All of them are the same person, from one address.
  const server = await startCollab({ client }, { events: true, tuning: { connectionsPerUserAndRoom: CLIENTS + 1 } })
  const took: number[] = []
  let begun = 0
  let waiting = 0
  let allHave = (): void => {}
  const sockets = await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      const socket = new WebSocket(`ws://127.0.0.1:${server.port}/collab/${reportId}?v=${EDITOR_VERSION}`, {
        headers: { cookie: `user=${mas.id}` },
      })
      socket.on('message', data => {
        if (!begun || !data.toString().includes('"what":"data"')) return
        if (!data.toString().includes('"value"')) throw new Error('the value was not in the message')
        took.push(performance.now() - begun)
        waiting -= 1
        if (waiting === 0) allHave()
      })
      await new Promise((resolve, reject) => socket.once('message', resolve).once('error', reject))
      return socket
    }),
  )
  for (let round = 0; round < VALUES; round++) {
    waiting = CLIENTS
    const everybody = new Promise<void>(resolve => {
      allHave = resolve
    })
    const [copy] = await client.sql<{ id: string }[]>`
      insert into data_import (organisation_id, source, file_name, file_sha256, file, imported_by)
      select organisation_id, source, file_name, file_sha256, file, imported_by from data_import where id = ${importId}
      returning id`
    await client.sql`insert into observation (organisation_id, indicator_id, kind, period, gender, value, import_id)
      values (${mas.organisationId}, ${idOf(round)}, 'result', ${String(YEARS.to)}, 'T', ${1000 + round}, ${copy?.id ?? ''})`
    begun = performance.now()
    await publish(client.db, { type: 'data', organisationId: mas.organisationId, importId: copy?.id ?? '' })
    await everybody
    begun = 0
  }
  for (const socket of sockets) socket.terminate()
  await server.stop()
  return took
}

const database = await BenchDatabase.start()
const client = connect(database.urlOf(await database.create('empty')))
const documents = createDocuments(client)
try {
  const { db } = client
  await migrateDatabase(client)
  await loadDemo(db)
  const mas = await loadActorByLogin(db, 'mas')
  if (!mas) throw new Error('the demo is not loaded')
  const importId = await fill(client, mas)
  const reportId = await makeReport(db, mas)
  await documents.fold(reportId)
  const row = await findReport(db, mas, reportId, 'report.read')
  const resolved: number[] = []
  const figures: number[] = []
  let refs = 0
  for (let round = 0; round < ROUNDS; round++) {
    const begun = performance.now()
    const report = await storedResolver({ db }, mas)(row)
    resolved.push(performance.now() - begun)
    const used = usedIn(report.sections).refs
    refs = used.length
    const asked = performance.now()
    await readFigures({ db }, mas.organisationId, used)
    figures.push(performance.now() - asked)
  }
  const spread = await measureSpread(client, mas, reportId, importId)
  const observations = INDICATORS * (YEARS.to - YEARS.from + 1) * 3
  const results = {
    'resolve, ms': { goal: 100, ...percentiles(resolved) },
    'of that the figures, ms': percentiles(figures),
    'new value at 200 clients, ms': { goal: 1000, ...percentiles(spread) },
  }
  console.table(results)
  const written = {
    at: new Date().toISOString(),
    node: process.version,
    cores: cpus().length,
    observations,
    refs,
    note: 'The clients of the last row run in the process of the server.',
    results,
  }
  await writeFile('bench/results/live-data.json', `${JSON.stringify(written, null, 2)}\n`)
} finally {
  await documents.close()
  await client.close()
  await database.delete()
}
