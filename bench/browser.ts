import { execFileSync } from 'node:child_process'
import { type Browser, type BrowserContext, chromium } from '@playwright/test'
import { findChromium } from '../e2e/support/find-chromium.ts'

const ARGS =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'

export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('no Chromium: set CHROMIUM_PATH')
  return chromium.launch({ executablePath, args: ARGS.split(' ') })
}

/** `name=value` of a demo user's session, from the command line that operators use. */
export function sessionCookie(dataDir: string, login: string): string {
  return execFileSync(process.execPath, ['--import', 'tsx', 'server/cli/main.ts', 'session', '--user', login], {
    env: { ...process.env, SAMSKRIFT_DATA: dataDir, DEMO: '1' },
    encoding: 'utf8',
  }).trim()
}

export async function contextOf(browser: Browser, url: string, cookie: string): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'sv-SE', viewport: { width: 1280, height: 900 } })
  // esbuild wraps named functions in this helper; ours are sent to the page without it.
  await context.addInitScript('globalThis.__name = value => value')
  const split = cookie.indexOf('=')
  await context.addCookies([{ name: cookie.slice(0, split), value: cookie.slice(split + 1), url }])
  return context
}
