import { spawnSync } from 'node:child_process'
import { findChromium } from './support/find-chromium.ts'

const executable = findChromium()
if (!executable) {
  process.stderr.write(
    'No Chromium was found. Set CHROMIUM_PATH, or run: npx playwright install chromium (Debian: apt-get install chromium)\n',
  )
  process.exit(1)
}
const { status } = spawnSync('npx', ['playwright', 'test', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, CHROMIUM_PATH: executable },
})
process.exit(status ?? 1)
