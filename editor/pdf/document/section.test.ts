import { describe, expect, it } from 'vitest'
import type { ResolvedSection } from '../../core/resolved-report.ts'
import { headingRoles } from './heading-roles.ts'
import { sectionPlaces } from './section.tsx'

const section = (id: string, level: 1 | 2 | 3) => ({ id, level }) as ResolvedSection

describe('sectionPlaces', () => {
  it('nests sections by level, and is no deeper where one is skipped', () => {
    const places = sectionPlaces([section('a', 1), section('b', 3), section('c', 2), section('d', 1)])
    expect(places).toEqual([
      { parent: null, depth: 1 },
      { parent: 'avsnitt-a', depth: 2 },
      { parent: 'avsnitt-a', depth: 2 },
      { parent: null, depth: 1 },
    ])
  })
})

describe('headingRoles', () => {
  it('skips no level under a section', () => {
    const role = headingRoles(1)
    expect([role(5), role(4), role(5), role(5), role(4)]).toEqual(['H2', 'H2', 'H3', 'H3', 'H2'])
  })
})
