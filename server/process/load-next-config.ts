import { createRequire } from 'node:module'
import { PHASE_DEVELOPMENT_SERVER, PHASE_PRODUCTION_SERVER } from 'next/constants.js'

const require = createRequire(import.meta.url)

/**
 * Loads Next's settings into its cache, in silence: otherwise Next prints that it did, and the address would not be
 * the only line on standard output.
 */
export async function loadNextConfig(dev: boolean): Promise<void> {
  const { default: load } = require('next/dist/server/config') as typeof import('next/dist/server/config.js')
  await load(dev ? PHASE_DEVELOPMENT_SERVER : PHASE_PRODUCTION_SERVER, process.cwd())
}
