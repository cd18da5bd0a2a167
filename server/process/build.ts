import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { builtRenderFolder, renderSource } from '../export/render-program.ts'
import { bundle } from './bundle.ts'

const SOURCES = ['app', 'editor', 'templates', 'server', 'db', 'public']
const FILES = ['next.config.mjs', 'package.json', 'package-lock.json', 'postcss.config.mjs', 'tsconfig.json']
const STAMP = '.next/samskrift-sources'
const LOG = '.next/samskrift-build.log'

export class BuildError extends Error {
  override name = 'BuildError'
  readonly code = 'build-failed'
  constructor(readonly logFile: string) {
    super('next build failed')
  }
}

async function sourceFiles(): Promise<string[]> {
  const listed = await Promise.all(
    SOURCES.map(async room => {
      const entries = await readdir(room, { recursive: true, withFileTypes: true })
      return entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
    }),
  )
  return [...FILES, ...listed.flat().filter(file => !file.includes('.test.'))].sort()
}

/** SHA-256 over names and contents of everything that the build reads. */
async function sourceHash(): Promise<string> {
  const hash = createHash('sha256')
  for (const file of await sourceFiles())
    hash
      .update(file)
      .update('\0')
      .update(await readFile(file))
      .update('\0')
  return hash.digest('hex')
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
 * Builds the pages, and what renders files, when there is no build or when it is not of these sources.
 * @param onBuild called before a build, which takes about a minute
 * @throws BuildError
 */
export async function buildIfStale(onBuild: () => void): Promise<void> {
  const wanted = await sourceHash()
  const built = await readFile(STAMP, 'utf8').catch(() => null)
  if (built === wanted) return
  onBuild()
  if ((await runNextBuild()) !== 0) throw new BuildError(LOG)
  await bundle(renderSource, builtRenderFolder)
  await writeFile(STAMP, wanted)
}
