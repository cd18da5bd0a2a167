import { expect, test } from 'vitest'
import type { Authentication } from '#db/schema/signing.ts'
import { sv } from './sv.ts'

const login: Authentication = {
  method: 'oidc',
  issuer: 'https://id.kommun.se/realms/kommun',
  subject: 'abc',
  acr: 'http://id.elegnamnden.se/loa/1.0/loa3',
  amr: [],
  at: '2026-07-01T10:00:00Z',
}

test('a signature says how the person logged in, and what nobody knows as well', () => {
  expect(sv.loggedIn(login)).toBe('Inloggad med id.kommun.se, tillitsnivå 3')
  expect(sv.loggedIn({ ...login, acr: 'http://eidas.europa.eu/LoA/high' })).toBe(
    'Inloggad med id.kommun.se, tillitsnivå http://eidas.europa.eu/LoA/high',
  )
  expect(sv.loggedIn({ ...login, acr: null })).toBe('Inloggad med id.kommun.se, utan uppgift om tillitsnivå')
  expect(sv.loggedIn({ ...login, issuer: 'Kommunens AD' })).toContain('Inloggad med Kommunens AD')
  expect(sv.loggedIn({ ...login, method: 'demo', issuer: null, acr: null })).toBe(
    'Inloggad som demoanvändare, utan legitimering',
  )
})

test('times are those of Sweden', () => {
  expect(sv.asWhatAndWhen('Ordförande', new Date('2026-07-01T22:30:00Z'))).toBe('Ordförande, 2026-07-02 00:30')
})

test('the reason names the document with or without a number', () => {
  expect(sv.reason('Föredragande', 'Plan', 'KS/2026:1')).toBe(
    'Underskrift som föredragande av ”Plan”, diarienummer KS/2026:1.',
  )
  expect(sv.reason('Föredragande', 'Plan', null)).toContain('diarienummer saknas')
})
