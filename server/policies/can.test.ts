import { describe, expect, test } from 'vitest'
import { ROLES } from '#db/schema/user.ts'
import type { Actor, Role } from './actor.ts'
import { can, OWNER_ROLES } from './can.ts'

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
const AUTHORS = ['mas', 'mar', 'handlaggare', 'verksamhetschef', 'ekonom', 'forvaltningschef']
const section = { ...draft, ownerId: null, ownerRole: null, sectionLockedAt: null }

/** As the roles that may own are listed. */
const asListed = (one: Role, other: Role): number => OWNER_ROLES.indexOf(one) - OWNER_ROLES.indexOf(other)

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
    expect(writers.filter(role => role !== 'bidragsgivare')).toEqual(AUTHORS)
  })

  test('takes no change from anybody once it is locked, and is still read', () => {
    for (const role of ROLES) {
      for (const action of ['report.write', 'report.manage', 'report.lock', 'report.restore', 'section.lock'] as const)
        expect(can(actor(role, null), action, locked)).toBe(false)
      for (const action of ['report.export', 'report.history'] as const)
        expect(can(actor(role, null), action, locked)).toBe(true)
    }
  })
})

describe('a section', () => {
  test('is written by authors whoever owns it, and by a contributor only if it is their own', () => {
    const writers = (ownerId: string | null) =>
      ROLES.filter(role => can(actor(role, 'von'), 'section.write', { ...section, ownerId }))
    expect(writers(null)).toEqual(AUTHORS)
    expect(writers('somebody')).toEqual(AUTHORS)
    expect(writers('user')).toEqual(['mas', 'mar', 'handlaggare', 'bidragsgivare', ...AUTHORS.slice(3)])
  })

  test('of a role is written by the contributors who have it on that board or everywhere', () => {
    const may = (grants: Actor['grants'], thing = {}) =>
      can({ ...actor('bidragsgivare', null), grants }, 'section.write', { ...section, ownerRole: 'ekonom', ...thing })
    const contributor = { boardId: 'von', role: 'bidragsgivare' as const }
    expect(may([contributor])).toBe(false)
    expect(may([contributor], { ownerRole: 'bidragsgivare' })).toBe(true)
    expect(may([contributor, { boardId: 'ks', role: 'ekonom' }])).toBe(false)
    expect(may([contributor, { boardId: null, role: 'ekonom' }])).toBe(true)
    expect(may([contributor], { ownerRole: 'bidragsgivare', boardId: 'ks' })).toBe(false)
    expect(may([contributor], { ownerRole: 'bidragsgivare', sectionLockedAt: new Date() })).toBe(false)
    // A role that reads does not write by owning.
    expect(may([{ boardId: 'von', role: 'revisor' }], { ownerRole: 'revisor' })).toBe(false)
    expect(OWNER_ROLES).toEqual(ROLES.filter(role => can(actor(role, 'von'), 'report.write', draft)).toSorted(asListed))
  })

  test('takes nothing from anybody while it or its report is locked', () => {
    for (const role of ROLES) {
      const own = { ...section, ownerId: 'user' }
      expect(can(actor(role, null), 'section.write', { ...own, sectionLockedAt: new Date() })).toBe(false)
      expect(can(actor(role, null), 'section.write', { ...own, lockedAt: new Date() })).toBe(false)
    }
  })

  test('of another board is nobody’s, even its owner’s', () => {
    for (const action of ['section.write', 'section.status'] as const)
      expect(can(actor('bidragsgivare', 'ks'), action, { ...section, ownerId: 'user' })).toBe(false)
  })

  test('is said to be done by those who manage the report, and by a contributor only of their own while it is open', () => {
    const may = (role: Role, thing = {}) => can(actor(role, 'von'), 'section.status', { ...section, ...thing })
    for (const role of ROLES.filter(one => one !== 'bidragsgivare')) {
      const manages = can(actor(role, 'von'), 'report.manage', draft)
      expect(may(role)).toBe(manages)
      expect(may(role, { sectionLockedAt: new Date() })).toBe(manages)
    }
    expect(may('bidragsgivare')).toBe(false)
    expect(may('bidragsgivare', { ownerId: 'somebody' })).toBe(false)
    expect(may('bidragsgivare', { ownerId: 'user' })).toBe(true)
    expect(may('bidragsgivare', { ownerId: 'user', sectionLockedAt: new Date() })).toBe(false)
    for (const role of ROLES) expect(may(role, { ownerId: 'user', lockedAt: new Date() })).toBe(false)
  })

  test('is commented on by authors, nämndsekreterare and ordförande, and by a contributor only if it is their own', () => {
    const may = (role: Role, action: 'comment.read' | 'comment.write' | 'comment.resolve', thing = {}) =>
      can(actor(role, 'von'), action, { ...section, ...thing })
    for (const action of ['comment.write', 'comment.resolve'] as const) {
      const commenters = ROLES.filter(role => may(role, action))
      expect(commenters.toSorted()).toEqual([...AUTHORS, 'namndsekreterare', 'ordforande'].toSorted())
      // It is not the text that is changed.
      expect(ROLES.filter(role => may(role, action, { sectionLockedAt: new Date() }))).toEqual(commenters)
      expect(may('bidragsgivare', action, { ownerId: 'user' })).toBe(true)
      expect(may('bidragsgivare', action, { ownerId: 'user', sectionLockedAt: new Date() })).toBe(true)
      expect(may('revisor', action, { ownerId: 'user' })).toBe(false)
      for (const role of ROLES) expect(may(role, action, { ownerId: 'user', lockedAt: new Date() })).toBe(false)
    }
    for (const role of ROLES) {
      expect(may(role, 'comment.read', { lockedAt: new Date() })).toBe(role !== 'bidragsgivare')
      expect(may(role, 'comment.read', { ownerId: 'user' })).toBe(true)
      expect(may(role, 'comment.read', { ownerId: 'user', boardId: 'ks' })).toBe(false)
    }
  })

  test('is locked and unlocked by those who manage the report', () => {
    for (const role of ROLES) {
      const manages = can(actor(role, 'von'), 'report.manage', draft)
      expect(can(actor(role, 'von'), 'section.lock', draft)).toBe(manages)
    }
    expect(can(actor('bidragsgivare', 'von'), 'section.lock', draft)).toBe(false)
  })

  test('is written by a contributor who is also an author', () => {
    const both: Actor = { ...actor('bidragsgivare', null), grants: [] }
    both.grants.push({ boardId: 'von', role: 'bidragsgivare' }, { boardId: 'von', role: 'mas' })
    expect(can(both, 'section.write', section)).toBe(true)
  })
})

test('figures are imported by those who answer for them', () => {
  const importers = ROLES.filter(role => can(actor(role, 'von'), 'data.import', { organisationId }))
  expect(importers).toEqual(['mas', 'mar', 'ekonom', 'administrator'])
})

test('tokens and webhooks are for the administrator', () => {
  const managers = ROLES.filter(role => can(actor(role, null), 'api.manage', { organisationId }))
  expect(managers).toEqual(['administrator'])
  expect(can(actor('administrator', null), 'api.manage', { organisationId: 'other' })).toBe(false)
})

test('a role on one board gives nothing on another', () => {
  expect(can(actor('mas', 'von'), 'report.create', { organisationId, boardId: 'ks' })).toBe(false)
  expect(can(actor('mas', 'von'), 'report.create', { organisationId, boardId: 'von' })).toBe(true)
})
