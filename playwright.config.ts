import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'

// Each worker has a server, a database and an organisation of its own, so that files run beside each other.
const WORKERS = Number(process.env.SAMSKRIFT_E2E_WORKERS ?? 2)
const PORT = Number(process.env.SAMSKRIFT_E2E_PORT ?? 3291)
// Workers read this file again in processes of their own: all must agree on the folders.
process.env.SAMSKRIFT_E2E_FOLDERS ??= join(tmpdir(), `samskrift-e2e-${process.pid}`)

const serverOf = (worker: number) => ({
  baseURL: `http://localhost:${PORT + worker}`,
  dataDir: `${process.env.SAMSKRIFT_E2E_FOLDERS}-${worker}`,
  port: PORT + worker,
})
const own = serverOf(Number(process.env.TEST_PARALLEL_INDEX ?? 0))
// For the command line that a test runs beside its server.
process.env.SAMSKRIFT_E2E_DATA = own.dataDir

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  workers: WORKERS,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  // Two browsers, two servers and a database on two cores: what fails once and then passes is reported as flaky.
  retries: process.env.CI ? 1 : 0,
  reporter: [['list']],
  use: {
    baseURL: own.baseURL,
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    // Keeping account of every step takes as long as the steps themselves.
    trace: process.env.SAMSKRIFT_E2E_TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  // Started one after the other: the first builds the pages for both.
  webServer: Array.from({ length: WORKERS }, (_, worker) => {
    const { baseURL, dataDir, port } = serverOf(worker)
    return {
      command: 'node --import tsx server/index.ts',
      url: `${baseURL}/logga-in`,
      timeout: 300_000,
      gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 20_000 },
      env: { PORT: String(port), SAMSKRIFT_DATA: dataDir, DEMO: '1' },
    }
  }),
})
