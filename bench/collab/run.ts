import { randomBytes } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import type { Case } from './case.ts'
import { coldOpen } from './cases/cold-open.ts'
import { fanOut } from './cases/fan-out.ts'
import { idle } from './cases/idle.ts'
import { killed } from './cases/killed.ts'
import { returnAfterRestart } from './cases/return-after-restart.ts'
import { saved } from './cases/saved.ts'
import { throughput } from './cases/throughput.ts'
import { twoNodes } from './cases/two-nodes.ts'
import { BenchDatabase } from './database.ts'
import { type BenchDocument, makeReportDocument } from './documents.ts'
import { installPeers } from './install-peers.ts'
import { type Measurement, measure } from './measure.ts'
import { populate } from './our-rows.ts'
import { bare, buildOurs, hocuspocus, ours, type Subject, yWebsocket } from './subjects.ts'
import { markdownOf, type Row, rowsOf } from './table.ts'

const CASES: Case[] = [coldOpen, returnAfterRestart, throughput, fanOut, saved, idle, twoNodes, killed]

const { values: options } = parseArgs({
  options: {
    cases: { type: 'string', default: CASES.map(({ name }) => name).join(',') },
    servers: { type: 'string', default: 'ours,hocuspocus,y-websocket,bare' },
    rounds: { type: 'string' },
    /** Less load for a shorter time: shows that everything works; not to be quoted. */
    quick: { type: 'boolean', default: false },
    /** Seconds to wait before each measurement for others on the machine to be quiet. */
    patience: { type: 'string' },
    out: { type: 'string', default: 'bench/results/collab' },
  },
})
if (process.platform !== 'linux') throw new Error('CPU and memory are read from /proc: this needs Linux')

const wanted = options.cases.split(',')
const unknown = wanted.filter(name => !CASES.some(one => one.name === name))
if (unknown.length > 0) throw new Error(`no such case: ${unknown.join(', ')}`)
const rounds = Number(options.rounds ?? (options.quick ? 1 : 3))
const patience = Number(options.patience ?? (options.quick ? 3 : 30))

// The database and the servers are stopped when this process exits, and an unhandled signal is no exit.
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => process.exit(1))

const peers = installPeers()
const secret = randomBytes(32).toString('hex')
const database = await BenchDatabase.start()
let document: BenchDocument | undefined
const report = (): BenchDocument => {
  document ??= makeReportDocument()
  return document
}

async function subjectsOf(secretOfSessions: string): Promise<Subject[]> {
  let cookies: string[] = []
  await database.makeTemplate(async url => {
    cookies = await populate(url, secretOfSessions)
  })
  const all = [
    ours(await buildOurs(), secretOfSessions, cookies),
    hocuspocus,
    ...(peers.withLevel ? [yWebsocket] : []),
    bare,
  ]
  return all.filter(({ name }) => options.servers.split(',').includes(name))
}

/** All servers in turn, so that a noisy moment does not hit one of them alone; the other way round every other time. */
async function measureCase(what: Case, subjects: Subject[]): Promise<{ rows: Row[]; measurements: Measurement[] }> {
  const measurements: Measurement[] = []
  let skipped: string | null = null
  for (let round = 0; round < (what.once ? 1 : rounds); round += 1) {
    for (const subject of round % 2 ? subjects.toReversed() : subjects) {
      const why = what.skip?.(subject) ?? null
      if (why && subject.name === 'ours') skipped = why
      if (why) continue
      const measured = await measure(what, subject, round, { database, report, quick: options.quick, patience })
      measurements.push(measured)
      const figures = Object.entries(measured.values).map(([name, value]) => `${name} ${Number(value.toPrecision(4))}`)
      const said = measured.error ? `failed: ${measured.error}` : figures.join(', ')
      process.stderr.write(
        `${what.name} ${subject.name} ${round + 1} (others ${measured.others.toFixed(2)}): ${said}\n`,
      )
    }
  }
  return { rows: rowsOf(what, measurements, skipped), measurements }
}

try {
  if ((await database.setting('fsync')) !== 'on') throw new Error('fsync is off: nothing would be comparable')
  const started = new Date().toISOString()
  const subjects = await subjectsOf(secret)
  const rows: Row[] = []
  const measurements: Measurement[] = []
  for (const what of CASES.filter(({ name }) => wanted.includes(name))) {
    const measured = await measureCase(what, subjects)
    rows.push(...measured.rows)
    measurements.push(...measured.measurements)
  }
  console.table(rows)
  const command = ['npm run bench:collab', ...(process.argv.length > 2 ? ['--', ...process.argv.slice(2)] : [])].join(
    ' ',
  )
  const machine = { cpu: cpus()[0]?.model, cores: cpus().length, memoryGB: Math.round(totalmem() / 1e9) }
  const versions = { node: process.version, postgres: await database.setting('server_version'), ...peers.versions }
  const remarks = peers.withLevel
    ? []
    : ['y-leveldb does not load here, and @y/websocket-server does not start without it']
  const result = { started, command, quick: options.quick, rounds, machine, versions, remarks, rows, measurements }
  await mkdir('bench/results', { recursive: true })
  await writeFile(`${options.out}.json`, `${JSON.stringify(result, null, 2)}\n`)
  const about = `${machine.cores} cores, ${machine.cpu}. Node ${process.version}, PostgreSQL ${versions.postgres}, fsync on. Medians of ${rounds}.`
  const heading = [`\`${command}\`, ${started}.`, about, ...remarks].join('\n')
  await writeFile(`${options.out}.md`, markdownOf(rows, heading))
} finally {
  await database.delete()
}
