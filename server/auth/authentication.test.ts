import { expect, test } from 'vitest'
import { oidcAuthentication } from './authentication.ts'

const claims = { iss: 'https://idp.exempel.se', sub: '42', auth_time: 1_774_000_000, acr: 'loa3', amr: ['hwk'] }

test('what the identity provider states of a login', () => {
  expect(oidcAuthentication({ ...claims, name: 'MAS' })).toEqual({
    method: 'oidc',
    issuer: 'https://idp.exempel.se',
    subject: '42',
    acr: 'loa3',
    amr: ['hwk'],
    at: '2026-03-20T09:46:40.000Z',
  })
})

test('what it leaves out is missing; without a time nothing is proved', () => {
  const { acr: _acr, amr: _amr, ...bare } = claims
  expect(oidcAuthentication(bare)).toMatchObject({ acr: null, amr: [] })
  const { auth_time: _time, ...timeless } = claims
  expect(oidcAuthentication(timeless)).toBeNull()
  expect(oidcAuthentication(undefined)).toBeNull()
})
