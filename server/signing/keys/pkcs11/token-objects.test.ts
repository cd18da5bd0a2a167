import { expect, test } from 'vitest'
import { readTokenObjects } from './token-objects.ts'

test('keys and certificates are read out of a listing, and nothing else is', () => {
  const listing = `Certificate Object; type = X.509 cert
  label:      Kommunens sigill: 2026
  subject:    DN: C=SE, O=Exempelkommun, CN=ID: 99
  serial:     687E7BB2
  ID:         0A1f
Public Key Object; RSA 2048 bits
  label:      sigill
  ID:         0a1f
  Usage:      verify
Private Key Object; RSA 
  label:      sigill
  ID:         0a1f
  Usage:      decrypt, sign, unwrap
Private Key Object; EC
  Usage:      sign
Data object 123
  label:      'sigill'
Profile object 456
  profile_id:          CKP_PUBLIC_CERTIFICATES_TOKEN (4)
`
  expect(readTokenObjects(listing)).toEqual([
    { kind: 'certificate', label: 'Kommunens sigill: 2026', id: '0a1f' },
    { kind: 'private-key', label: 'sigill', id: '0a1f' },
    { kind: 'private-key', label: null, id: null },
  ])
})
