import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchBrowser, sessionCookie } from './browser.ts'
import { makeLargeReport, SECTIONS, TABLES, WORDS } from './large-report.ts'
import { measureOpen } from './measure-open.ts'
import { measureTyping } from './measure-typing.ts'
import { startServerProcess } from './server-process.ts'
import { median } from './statistics.ts'

const PORT = 3292
const STARTS = 3
const OPENINGS = 7

interface Row {
  figure: string
  goal: string
  measured: string
  reached: boolean
}

const MB = 1024 * 1024
const row = (figure: string, unit: string, goal: number, value: number): Row => ({
  figure,
  goal: `< ${goal} ${unit}`,
  measured: `${Math.round(value * 10) / 10} ${unit}`,
  reached: value < goal,
})

async function measureStart(dataDir: string): Promise<{ startMs: number; idleBytes: number }> {
  const starts: number[] = []
  let idleBytes = Number.NaN
  for (let round = 0; round < STARTS; round++) {
    const server = await startServerProcess(PORT, dataDir)
    starts.push(server.startMs)
    idleBytes = await server.rss()
    await server.stop()
  }
  return { startMs: median(starts), idleBytes }
}

const dataDir = await mkdtemp(join(tmpdir(), 'samskrift-bench-'))
try {
  // The first start builds the pages and makes the database; it is not measured.
  await (await startServerProcess(PORT, dataDir)).stop()
  const { startMs, idleBytes } = await measureStart(dataDir)

  const server = await startServerProcess(PORT, dataDir)
  const browser = await launchBrowser()
  try {
    const place = { url: server.url, ...(await makeLargeReport(dataDir)) }
    const cookies: [string, string] = [sessionCookie(dataDir, 'mas'), sessionCookie(dataDir, 'mar')]
    const open = await measureOpen(browser, place.url, place.reportId, cookies[0], OPENINGS)
    const typing = await measureTyping(browser, { ...place, cookies })
    const table: Row[] = [
      row('open: readable text', 'ms', 500, open.again.readableMs),
      row('open: first typable section', 'ms', 1500, open.again.typableMs),
      row('first visit: readable text', 'ms', 500, open.firstVisit.readableMs),
      row('first visit: first typable section', 'ms', 1500, open.firstVisit.typableMs),
      row('key to paint p50, ten others typing', 'ms', 20, typing.keyToPaint.p50),
      row('key in A to DOM in B p50', 'ms', 20, typing.keyToOther.p50),
      row('key in A to DOM in B p95', 'ms', 50, typing.keyToOther.p95),
      row('start with existing database', 'ms', 3000, startMs),
      row('idle RSS of the Node process', 'MB', 250, idleBytes / MB),
    ]
    console.table(table)
    const result = {
      at: new Date().toISOString(),
      node: process.version,
      cores: cpus().length,
      report: { words: WORDS, tables: TABLES, sections: SECTIONS },
      open,
      typing,
      startMs,
      idleBytes,
    }
    await mkdir('bench/results', { recursive: true })
    await writeFile('bench/results/main-job.json', `${JSON.stringify(result, null, 2)}\n`)
  } finally {
    await browser.close()
    await server.stop()
  }
} finally {
  await rm(dataDir, { recursive: true, force: true })
}
