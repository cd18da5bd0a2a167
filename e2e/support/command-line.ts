import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { ownOrganisation } from './own-organisation.ts'

const run = promisify(execFile)

/** `npm run samskrift` beside the running server, for somebody of the file's own organisation; what it printed. */
export async function samskriftAs(name: string, ...args: string[]): Promise<string> {
  const login = (await ownOrganisation()).loginOf(name)
  const { stdout } = await run(process.execPath, ['--import', 'tsx', 'server/cli/main.ts', ...args, '--as', login], {
    env: { ...process.env, SAMSKRIFT_DATA: process.env.SAMSKRIFT_E2E_DATA, DATABASE_URL: '', DEMO: '1' },
  })
  return stdout
}
