import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { demandedNode, nodeProblem } from './node-version.ts'

test.each([
  ['20.19.0', true],
  ['20.20.2', true],
  ['22.12.0', true],
  ['24.0.0', true],
  ['18.20.8', false],
  ['20.9.0', false],
  ['20.18.3', false],
  ['21.7.3', false],
  ['22.11.0', false],
])('Node %s is enough: %s', (version, enough) => {
  expect(nodeProblem(version, '^20.19 || >=22.12') === null).toBe(enough)
})

test('what package.json demands is what the README and the lock file say', async () => {
  const [, oldest, next] = demandedNode().match(/^\^([\d.]+) \|\| >=([\d.]+)$/) ?? []
  expect(await readFile('README.md', 'utf8')).toContain(`Node ${oldest} or ${next}, or later`)
  const lock = JSON.parse(await readFile('package-lock.json', 'utf8'))
  expect(lock.packages[''].engines.node).toBe(demandedNode())
})

/** As Node begins, says that it is an older one; what comes after, tsx too, is the real thing. */
const OLDER = `data:text/javascript,${encodeURIComponent(
  `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.9.0' } })`,
)}`

test.each(['index', 'cluster/main', 'cli/main'])('server/%s.ts says at once which Node it needs', name => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', '--import', OLDER, `server/${name}.ts`],
    // A server that starts all the same is stopped.
    { encoding: 'utf8', timeout: 30_000 },
  )
  expect(stderr).toBe(
    'Samskrift behöver Node 20.19 eller 22.12, eller en senare version. Här körs Node 20.9.0. Hämta en nyare på https://nodejs.org.\n',
  )
  expect(stdout).toBe('')
  expect(status).toBe(1)
})
