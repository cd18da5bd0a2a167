import { spawnSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const FORBIDDEN: [folder: string, specifier: string][] = [
  ['editor/core', '#server/errors.ts'],
  ['editor/core', '../../server/errors.ts'],
  ['editor/surface', '#templates/index.ts'],
  ['templates/x', '#server/errors.ts'],
  ['templates/x', '#editor/surface/store.ts'],
  ['templates/x', '#editor/ui/person-colour.ts'],
  ['db', '#server/errors.ts'],
  ['db/schema', '#editor/core/figure.ts'],
  ['server/reports', '#app/session.ts'],
  ['server/reports', '#editor/surface/store.ts'],
  ['server/reports', '#editor/ui/person-colour.ts'],
  ['server/reports', '#editor/blocks/table/view.tsx'],
  ['server/reports', '../../db/client.ts'],
  ['server/collab', '#editor/ui/person-colour.ts'],
  ['server/collab', '../export/exports.ts'],
  ['server/collab', 'react'],
  ['server/collab', 'next/navigation'],
  ['app', '#db/client.ts'],
  ['app', '#server/collab/room.ts'],
  ['app', '#editor/blocks/outputs.ts'],
]

const ALLOWED: [folder: string, specifier: string][] = [
  ['templates/x', '#editor/core/figure.ts'],
  ['templates/x', '#editor/blocks/schemas.ts'],
  ['server/collab', '#db/client.ts'],
  ['server/export', '#editor/blocks/outputs.ts'],
  ['app', '#editor/surface/report-surface.tsx'],
  ['app', '#editor/ui/button.tsx'],
  ['app', '#server/reports/list-reports.ts'],
]

let house: string
let flagged: string

const fileOf = (kind: string, index: number, folder: string): string => join(folder, `${kind}-${index}.ts`)

/** A house with nothing in it but one planted import a file, under the project's own rules. */
beforeAll(async () => {
  house = await mkdtemp(join(tmpdir(), 'samskrift-rules-'))
  await cp('biome.json', join(house, 'biome.json'))
  for (const [kind, plants] of Object.entries({ forbidden: FORBIDDEN, allowed: ALLOWED }))
    for (const [index, [folder, specifier]] of plants.entries()) {
      const file = join(house, fileOf(kind, index, folder))
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, `import type { X } from '${specifier}'\n\nexport type Y = X\n`)
    }
  const biome = resolve('node_modules/.bin/biome')
  const { stdout } = spawnSync(
    biome,
    ['lint', '--vcs-enabled=false', '--max-diagnostics=none', '--reporter=github', '.'],
    {
      cwd: house,
      encoding: 'utf8',
    },
  )
  flagged = stdout
})
afterAll(() => rm(house, { recursive: true, force: true }))

const isFlagged = (file: string): boolean =>
  flagged.split('\n').some(line => line.includes('noRestrictedImports') && line.includes(`/${file},line=`))

test.each(FORBIDDEN.map((plant, index) => [...plant, index] as const))(
  '%s may not import %s, not even its types',
  (folder, _specifier, index) => {
    expect(isFlagged(fileOf('forbidden', index, folder))).toBe(true)
  },
)

test.each(ALLOWED.map((plant, index) => [...plant, index] as const))(
  '%s may import %s',
  (folder, _specifier, index) => {
    expect(isFlagged(fileOf('allowed', index, folder))).toBe(false)
  },
)
