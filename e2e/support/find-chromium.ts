import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const SYSTEM = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

function systemChromium(): string | null {
  for (const name of SYSTEM) {
    const found = spawnSync('which', [name], { encoding: 'utf8' })
    if (found.status === 0) return found.stdout.trim()
  }
  return null
}

function present(): string | null {
  const chosen = process.env.CHROMIUM_PATH
  if (chosen) return existsSync(chosen) ? chosen : null
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : systemChromium()
}

const tries: [string, string[]][] = [
  ['npx', ['playwright', 'install', '--with-deps', 'chromium']],
  ['npx', ['playwright', 'install', 'chromium']],
]

function install(): void {
  const root = process.getuid?.() === 0
  for (const [command, args] of root ? tries : tries.slice(1)) {
    spawnSync(command, args, { stdio: 'ignore', timeout: 300_000 })
    if (present()) return
  }
  if (!root) return
  try {
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'ignore' })
    execFileSync('apt-get', ['install', '-y', '-qq', 'chromium'], { stdio: 'ignore' })
  } catch {
    // No Debian, or no network: the caller says what to do.
  }
}

/** Path of a Chromium that runs here, installed when there was none; null when that failed too. */
export function findChromium(): string | null {
  const found = present()
  if (found) return found
  install()
  return present()
}
