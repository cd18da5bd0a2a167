import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { cpus, loadavg } from 'node:os'
import { promisify } from 'node:util'
import { median } from '../statistics.ts'
import { SIZE } from './large-resolved.ts'

const ROUNDS = 5
const MODES = ['plain', 'pdf', 'docx', 'html'] as const
const GOALS = { pdfMs: 10_000, pdfMb: 500, ratio: 1.5, docxMs: 2_000 }

interface Once {
  ms: number
  bytes: number
  peakMb: number
}

const run = promisify(execFile)

async function once(mode: string): Promise<Once & { wallMs: number }> {
  const begun = performance.now()
  // As server/export/render-in-child.ts starts it.
  const args = ['--max-old-space-size=1024', '--import', 'tsx', 'bench/export/render-once.ts', mode]
  const { stdout } = await run(process.execPath, args, { env: { ...process.env, NODE_ENV: 'production' } })
  return { ...(JSON.parse(stdout) as Once), wallMs: performance.now() - begun }
}

const measured: Record<(typeof MODES)[number], (Once & { wallMs: number })[]> = {
  plain: [],
  pdf: [],
  docx: [],
  html: [],
}
// In turn, so that what slows the machine down slows all of them.
for (let round = 0; round < ROUNDS; round++) for (const mode of MODES) measured[mode].push(await once(mode))

const middle = (mode: (typeof MODES)[number], key: keyof Once | 'wallMs'): number =>
  Math.round(median(measured[mode].map(one => one[key])))
const results = Object.fromEntries(
  MODES.map(mode => [
    mode,
    {
      ms: middle(mode, 'ms'),
      withStartOfProcessMs: middle(mode, 'wallMs'),
      peakMb: middle(mode, 'peakMb'),
      kB: Math.round(middle(mode, 'bytes') / 1024),
    },
  ]),
)
const ratio = Math.round((middle('pdf', 'ms') / middle('plain', 'ms')) * 100) / 100
console.table(results)
console.log(`tagged : plain = ${ratio}`)
await writeFile(
  'bench/results/export.json',
  `${JSON.stringify({ at: new Date().toISOString(), node: process.version, cores: cpus().length, load: loadavg()[0], size: SIZE, rounds: ROUNDS, goals: GOALS, results, ratio }, null, 2)}\n`,
)
