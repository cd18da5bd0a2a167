import './process/demand-node.ts'
import './node-env.ts'
import { pathToFileURL } from 'node:url'

// As it is written in development; otherwise built, which starts sooner and weighs less (docs/decisions/037).
if (process.argv.includes('--dev')) await import('./main.ts')
else {
  const { buildServer } = await import('./process/build-server.ts')
  await import(pathToFileURL(await buildServer()).href)
}
