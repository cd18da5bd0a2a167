import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const FOLDER = join(import.meta.dirname, 'peers')
const SHOWN = ['@hocuspocus/server', '@y/websocket-server', 'y-leveldb', 'yjs']

export interface Peers {
  /** y-leveldb loads, native part and all. */
  withLevel: boolean
  versions: Record<string, string>
}

function run(command: string, args: string[]): boolean {
  return spawnSync(command, args, { cwd: FOLDER, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0
}

/** Puts the other servers into their own folder, the first time. They are no dependency of the product. */
export function installPeers(): Peers {
  if (!existsSync(join(FOLDER, 'node_modules/@hocuspocus/server'))) {
    process.stderr.write('installing the peers …\n')
    const args = ['install', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error']
    if (!run('npm', args)) throw new Error(`the peers could not be installed in ${FOLDER}`)
  }
  const level = spawnSync(process.execPath, ['--input-type=module', '-e', "await import('y-leveldb')"], { cwd: FOLDER })
  return {
    withLevel: level.status === 0,
    versions: Object.fromEntries(SHOWN.flatMap(name => (versionOf(name) ? [[name, versionOf(name)]] : []))),
  }
}

function versionOf(name: string): string {
  const file = join(FOLDER, 'node_modules', name, 'package.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version : ''
}
