import fc from 'fast-check'
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { testDatabase } from '#db/testing/test-database.ts'
import { World } from '#server/collab/testing/world.ts'
import { createDocuments } from '#server/documents/create-documents.ts'
import { pretendBrowser } from './histories/browser.ts'
import { Play } from './histories/play.ts'
import { history } from './histories/steps.ts'

/**
 * More with `SAMSKRIFT_HISTORIES=500`, others with `SAMSKRIFT_HISTORIES_SEED`. A failure says its seed and path: with
 * `SAMSKRIFT_HISTORIES_PATH` as well that one is played again, though no two runs have the same timing.
 */
const { SAMSKRIFT_HISTORIES: runs = '30', SAMSKRIFT_HISTORIES_SEED: seed = '20240611' } = process.env
const path = process.env.SAMSKRIFT_HISTORIES_PATH
const RUNS = Number(runs)
/** Played at the same time: most of a history is waiting for somebody to come back. */
const LANES = path ? 1 : 3
const LONGEST_MS = 60_000

const database = testDatabase()
beforeAll(() => {
  pretendBrowser()
  // Each page says that it keeps no copy: there are no Web Locks here.
  vi.spyOn(console, 'warn').mockImplementation(() => {})
})

test(`${RUNS} histories of people who write at once: nothing is lost, nobody differs (seed ${seed})`, {
  timeout: RUNS * LONGEST_MS,
}, async () => {
  const world = await World.create(database)
  const documents = createDocuments(database)
  onTestFinished(() => documents.close())
  const play = (lane: number): Promise<void> =>
    fc.assert(
      fc.asyncProperty(history, async played => {
        expect(await Play.play(world, documents, played)).toEqual([])
      }),
      { numRuns: Math.ceil(RUNS / LANES), seed: Number(seed) + lane, endOnFailure: true, ...(path && { path }) },
    )
  const lanes = await Promise.allSettled(Array.from({ length: LANES }, (_, lane) => play(lane)))
  for (const lane of lanes) if (lane.status === 'rejected') throw lane.reason
})
