import { execFile } from 'node:child_process'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { connect, migrateDatabase } from '#db/client.ts'
import { loadDemo } from '#server/demo/load-demo.ts'
import { BenchDatabase } from '../collab/database.ts'
import { writeBigCsv, writeBigWorkbook } from './big-tables.ts'
import type { OneImport } from './import-one.ts'

const GOAL_SECONDS = 60
const GOAL_MB = 500

const run = promisify(execFile)

const CASES = [
  { name: 'CSV', file: 'stor.csv', rows: 1_000_000, write: writeBigCsv },
  { name: 'XLSX', file: 'stor.xlsx', rows: 200_000, write: writeBigWorkbook },
]

const folder = await mkdtemp(join(tmpdir(), 'samskrift-bench-import-'))
const database = await BenchDatabase.start()

async function demoDatabase(): Promise<string> {
  const url = database.urlOf(await database.create('empty'))
  const client = connect(url)
  await migrateDatabase(client)
  await loadDemo(client.db)
  await client.close()
  return url
}

try {
  const results = []
  for (const { name, file, rows, write } of CASES) {
    const [url, otherUrl] = [await demoDatabase(), await demoDatabase()]
    const path = join(folder, file)
    await write(path, rows)
    const load = loadavg()[0] ?? 0
    const { stdout } = await run(process.execPath, [
      '--import',
      'tsx',
      'bench/import/import-one.ts',
      url,
      path,
      otherUrl,
    ])
    const one = JSON.parse(stdout) as OneImport
    const seconds = Math.round((one.upload + one.preview + one.confirm) * 10) / 10
    const megabytes = Math.round((await stat(path)).size / 2 ** 20)
    const isReached = (one.inOneGo ?? seconds) < GOAL_SECONDS && one.peakMb < GOAL_MB && one.written === rows
    results.push({ name, rows, megabytes, ...one, seconds, isReached, loadBefore: Math.round(load * 10) / 10 })
  }
  console.table(results)
  const about = { at: new Date().toISOString(), node: process.version, cores: cpus().length }
  await writeFile('bench/results/import.json', `${JSON.stringify({ ...about, results }, null, 2)}\n`)
  const lines = results.map(
    one =>
      `| ${one.name}, ${one.rows} rows, ${one.megabytes} MB | ${one.upload} s | ${one.preview} s | ${one.confirm} s | ${one.seconds} s | ${one.inOneGo} s | ${one.peakMb} MB | ${one.longestPause} ms | ${one.isReached ? 'yes' : 'no'} |`,
  )
  await writeFile(
    'bench/results/import.md',
    `\`npm run bench:import\`, ${about.at}. ${about.cores} cores, Node ${about.node}, PostgreSQL 18, fsync on; database and importer share the cores, and neighbours' load before each was ${results.map(one => one.loadBefore).join(' and ')}.

Upload: the file is read whole for person numbers and names, and kept. Preview: every row is read and compared. Confirm:
the same once more, and written in one transaction. In one go: all of it as the command line does, which reads the rows once.
Goal: an import in one go in under ${GOAL_SECONDS} s, the process under ${GOAL_MB} MB.

| file | upload | preview | confirm | the three | in one go | peak memory | longest pause | reached |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
${lines.join('\n')}
`,
  )
} finally {
  await database.delete()
  await rm(folder, { recursive: true, force: true })
}
