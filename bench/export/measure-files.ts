import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { serialize } from 'node:v8'
import { projectFolder } from '#db/project-folder.ts'
import { BUILT_OPTIONS } from '#server/export/render-program.ts'
import { bundleWithPackages } from '#server/process/bundle.ts'
import { median } from '../statistics.ts'
import { largeResolved } from './large-resolved.ts'

const MODES = ['plain', 'pdf', 'docx', 'html'] as const
type Mode = (typeof MODES)[number]

interface Once {
  ms: number
  bytes: number
  peakMb: number
}

/** Medians. */
export interface FileFigures {
  ms: number
  withStartOfProcessMs: number
  peakMb: number
  kB: number
}

const run = promisify(execFile)

async function once(program: string, mode: Mode, report: string): Promise<Once & { wallMs: number }> {
  const begun = performance.now()
  // As server/export/render-processes.ts starts it.
  const args = ['--max-old-space-size=1024', ...BUILT_OPTIONS, program, mode, report]
  const { stdout } = await run(process.execPath, args, { env: { ...process.env, NODE_ENV: 'production' } })
  return { ...(JSON.parse(stdout) as Once), wallMs: performance.now() - begun }
}

/** Every format of the large report, each file in a process of its own, built as the server's is. */
export async function measureFiles(rounds: number): Promise<Record<Mode, FileFigures>> {
  const cache = join(projectFolder(), 'node_modules', '.cache')
  await mkdir(cache, { recursive: true })
  const folder = await mkdtemp(join(cache, 'bench-export-'))
  try {
    await bundleWithPackages(join(projectFolder(), 'bench/export/render-once.ts'), folder)
    const report = join(folder, 'report')
    await writeFile(report, serialize(largeResolved()))
    const measured: Record<Mode, (Once & { wallMs: number })[]> = { plain: [], pdf: [], docx: [], html: [] }
    // In turn, so that what slows the machine down slows all of them.
    for (let round = 0; round < rounds; round++)
      for (const mode of MODES) measured[mode].push(await once(join(folder, 'render-once.mjs'), mode, report))
    const figures = (mode: Mode): FileFigures => {
      const middle = (of: (one: Once & { wallMs: number }) => number) => Math.round(median(measured[mode].map(of)))
      return {
        ms: middle(one => one.ms),
        withStartOfProcessMs: middle(one => one.wallMs),
        peakMb: middle(one => one.peakMb),
        kB: middle(one => one.bytes / 1024),
      }
    }
    return { plain: figures('plain'), pdf: figures('pdf'), docx: figures('docx'), html: figures('html') }
  } finally {
    await rm(folder, { recursive: true })
  }
}
