import { spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { sourceHash } from './source-hash.ts'

const ROOMS = ['app', 'editor', 'templates', 'server', 'db', 'public']
const STAMP = '.next/samskrift-sources'
const LOG = '.next/samskrift-build.log'

export class BuildError extends Error {
  override name = 'BuildError'
  readonly code = 'build-failed'
  constructor(readonly logFile: string) {
    super('next build failed')
  }
}

function runNextBuild(): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', reject)
    child.on('close', code => {
      const file = createWriteStream(LOG)
      file.on('error', reject)
      file.end(Buffer.concat(chunks), () => resolve(code ?? 1))
    })
  })
}

/**
 * Builds the pages when there is no build or when it is not of these sources.
 * @param onBuild called before a build, which takes about a minute
 * @throws BuildError
 */
export async function buildIfStale(onBuild: () => void): Promise<void> {
  const wanted = await sourceHash(ROOMS)
  const built = await readFile(STAMP, 'utf8').catch(() => null)
  if (built === wanted) return
  onBuild()
  if ((await runNextBuild()) !== 0) throw new BuildError(LOG)
  await writeFile(STAMP, wanted)
}
