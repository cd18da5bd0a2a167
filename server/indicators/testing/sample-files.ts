import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../../demo/data')

/** The published figures of a real municipality, as the demo loads them. */
export const sampleFile = (source: string): Buffer => readFileSync(join(folder, `${source}.csv`))
