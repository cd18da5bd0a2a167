import { describe, expect, test } from 'vitest'
import { type Actor, ROLES, type Role } from './actor.ts'
import { can } from './can.ts'

const organisationId = 'org'
const actor = (role: Role, boardId: string | null): Actor => ({
  id: 'user',
  organisationId,
  name: role,
  title: role,
  grants: [{ boardId, role }],
})
const draft = { organisationId, boardId: 'von', lockedAt: null }
const locked = { ...draft, lockedAt: new Date() }

describe('a report', () => {
  test('is read by every role of its board', () => {
    for (const role of ROLES) expect(can(actor(role, 'von'), 'report.read', draft)).toBe(true)
  })

  test('is unknown to another board and to another organisation', () => {
    for (const role of ROLES) {
      expect(can(actor(role, 'ks'), 'report.read', draft)).toBe(false)
      expect(can(actor(role, null), 'report.read', { ...draft, organisationId: 'other' })).toBe(false)
    }
  })

  test('is written by authors, never by revisor, nämndsekreterare or administratör', () => {
    const writers = ROLES.filter(role => can(actor(role, 'von'), 'report.write', draft))
    expect(writers).toEqual(['mas', 'mar', 'handlaggare', 'verksamhetschef', 'ekonom', 'forvaltningschef'])
  })

  test('takes no change from anybody once it is locked, and is still read', () => {
    for (const role of ROLES) {
      for (const action of ['report.write', 'report.manage', 'report.lock', 'report.restore'] as const)
        expect(can(actor(role, null), action, locked)).toBe(false)
      for (const action of ['report.export', 'report.history'] as const)
        expect(can(actor(role, null), action, locked)).toBe(true)
    }
  })
})

test('figures are imported by those who answer for them', () => {
  const importers = ROLES.filter(role => can(actor(role, 'von'), 'data.import', { organisationId }))
  expect(importers).toEqual(['mas', 'mar', 'ekonom', 'administrator'])
})

test('a role on one board gives nothing on another', () => {
  expect(can(actor('mas', 'von'), 'report.create', { organisationId, boardId: 'ks' })).toBe(false)
  expect(can(actor('mas', 'von'), 'report.create', { organisationId, boardId: 'von' })).toBe(true)
})
