import packageJson from '../../../package.json' with { type: 'json' }
import { sv } from './sv.ts'

/** What made the package. */
export const SOFTWARE = { name: sv.software, version: packageJson.version }
