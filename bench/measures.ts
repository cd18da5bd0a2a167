import { writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { listMeasures } from '#server/measures/list-measures.ts'
import { measureChoices } from '#server/measures/measure-choices.ts'
import { measureFilter } from '#server/measures/measure-filter.ts'
import { filledOrganisation } from './filled-organisation.ts'
import { type Percentiles, percentiles } from './statistics.ts'

const ROUNDS = 30
const GOAL_MS = 100

const place = await filledOrganisation({
  reports: 250,
  sectionsPerReport: 30,
  measuresPerReport: 200,
  otherRowsPerReport: 400,
})
try {
  const { db } = place.client
  const filters = {
    'no filter': {},
    overdue: { due: 'overdue' },
    'open, one role': { status: 'open', role: 'enhetschef 7' },
    'free text': { search: 'rutinen fallskador' },
    'free text, nothing found': { search: 'trycksår' },
    'document type, a page far back': { templateKey: 'revisionssvar', page: 200 },
  }
  const results: Record<string, { ms: Percentiles; found?: number; reached?: boolean }> = {}
  for (const [name, filter] of Object.entries(filters)) {
    const asked = measureFilter.parse(filter)
    const times: number[] = []
    let count = 0
    for (let round = 0; round < ROUNDS; round++) {
      const begun = performance.now()
      count = (await listMeasures({ db }, place.revisor, asked)).count
      times.push(performance.now() - begun)
    }
    results[name] = { found: count, ms: percentiles(times), reached: percentiles(times).p95 < GOAL_MS }
  }
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const begun = performance.now()
    await measureChoices({ db }, place.revisor)
    times.push(performance.now() - begun)
  }
  results['choices of the filters'] = { ms: percentiles(times) }
  const written = {
    at: new Date().toISOString(),
    node: process.version,
    cores: cpus().length,
    measures: 50_000,
    results,
  }
  console.table(Object.fromEntries(Object.entries(results).map(([name, { ms }]) => [name, ms])))
  await writeFile('bench/results/measures.json', `${JSON.stringify(written, null, 2)}\n`)
} finally {
  await place.stop()
}
