import { writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { readYear } from '#server/calendar/read-year.ts'
import { filledOrganisation } from './filled-organisation.ts'
import { percentiles } from './statistics.ts'

const ROUNDS = 30
const GOAL_MS = 300

const place = await filledOrganisation({
  reports: 625,
  sectionsPerReport: 30,
  measuresPerReport: 10,
  otherRowsPerReport: 10,
})
try {
  const { db } = place.client
  const times: number[] = []
  let reports = 0
  for (let round = 0; round < ROUNDS; round++) {
    const begun = performance.now()
    // Four in five of the reports have a day, all of them in 2026.
    reports = (await readYear({ db }, place.revisor, { year: 2026, boardId: null })).reports.length
    times.push(performance.now() - begun)
  }
  const ms = percentiles(times)
  const written = { at: new Date().toISOString(), node: process.version, cores: cpus().length, reports, ms }
  console.table({ 'year wheel': { reports, ...ms, reached: ms.p95 < GOAL_MS } })
  await writeFile('bench/results/year-wheel.json', `${JSON.stringify(written, null, 2)}\n`)
} finally {
  await place.stop()
}
