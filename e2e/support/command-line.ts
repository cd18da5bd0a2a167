import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** `npm run samskrift` beside the running server; what it printed. */
export async function samskrift(...args: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, ['--import', 'tsx', 'server/cli/main.ts', ...args], {
    env: { ...process.env, SAMSKRIFT_DATA: process.env.SAMSKRIFT_E2E_DATA, DATABASE_URL: '', DEMO: '1' },
  })
  return stdout
}
