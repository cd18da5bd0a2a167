import { testKeys } from '../test-keys.ts'

// A process of its own that asks for the authority of a folder, and says which it got.
const [root] = await testKeys({ SAMSKRIFT_DATA: process.argv[2] ?? '' }).roots()
process.send?.(Buffer.from(root ?? []).toString('hex'), () => process.disconnect())
