import { existsSync } from 'node:fs'
import { readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { RENDER_SOURCE } from '../export/render-program.ts'
import { bundleTogether, bundleWithPackages } from './bundle.ts'
import { sourceHash } from './source-hash.ts'

/** What the server is, and what it starts in processes and threads of their own. */
const SERVER_PROGRAMS = [
  'server/main.ts',
  'server/documents/document-worker.ts',
  'server/reports/word-import/read-word-child.ts',
  'server/signing/pades/child/sign-child.ts',
  'server/signing/verify/verify-child.ts',
]
const ROOMS = ['editor', 'templates', 'server', 'db']
/** Next's own build leaves this be. */
const FOLDER = '.next/cache/samskrift-server'
/** Whoever runs an older one may still want files of it. */
const KEPT = 3

/**
 * Builds the server where that has not been done from these sources; it takes a second.
 * @returns the built `server/main.ts`, from the project's folder
 * @throws BuildFailure of esbuild
 */
export async function buildServer(): Promise<string> {
  const folder = join(FOLDER, (await sourceHash(ROOMS)).slice(0, 16))
  if (!existsSync(folder)) {
    // Several may start at the same time, and none may find half of it.
    const draft = `${folder}.${process.pid}`
    await Promise.all([bundleTogether(SERVER_PROGRAMS, draft), bundleWithPackages(RENDER_SOURCE, draft)])
    await rename(draft, folder).catch(() => rm(draft, { recursive: true }))
    await removeOld()
  }
  return join(folder, 'main.mjs')
}

async function removeOld(): Promise<void> {
  const folders = (await readdir(FOLDER)).map(name => join(FOLDER, name))
  // Another server that starts just now may have removed one.
  const changedAt = (path: string): Promise<number> =>
    stat(path).then(
      ({ mtimeMs }) => mtimeMs,
      () => 0,
    )
  const dated = await Promise.all(folders.map(async path => ({ path, at: await changedAt(path) })))
  const old = dated.sort((one, other) => other.at - one.at).slice(KEPT)
  await Promise.all(old.map(({ path }) => rm(path, { recursive: true, force: true })))
}
