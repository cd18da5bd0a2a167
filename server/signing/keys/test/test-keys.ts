import { CryptoKeySigner } from '@libpdf/core'
import type { Env } from '../../../env.ts'
import { derOf, makeCertificate } from '../../certificates/make-certificate.ts'
import { makeKeys } from '../../certificates/make-keys.ts'
import type { KeyProvider } from '../key-provider.ts'
import { requireValidity } from '../require-validity.ts'
import { TEST_ORGANISATION, testAuthority } from './test-authority.ts'

const HOUR = 3_600_000
const YEAR = 365 * 24 * HOUR

/**
 * For the demo and for trying things out: each signature gets a key and a certificate of its own in the person's name,
 * from an authority that nobody else trusts. Whatever it signs says that it is a test.
 */
export function testKeys({ SAMSKRIFT_DATA }: Pick<Env, 'SAMSKRIFT_DATA'>): KeyProvider {
  return {
    name: 'test',
    test: true,
    roots: async () => [derOf((await testAuthority(SAMSKRIFT_DATA)).certificate)],
    async open({ name }) {
      const authority = await testAuthority(SAMSKRIFT_DATA)
      const root = derOf(authority.certificate)
      requireValidity(root)
      const { publicKey, privateKey } = await makeKeys('ec')
      const subject = { country: 'SE', organisation: TEST_ORGANISATION, commonName: name }
      const end = Math.min(Date.now() + 2 * YEAR, authority.certificate.notAfter.value.getTime())
      const certificate = await makeCertificate(
        { subject, publicKey, usage: 'signer', notBefore: new Date(Date.now() - HOUR), notAfter: new Date(end) },
        authority,
      )
      return {
        signer: new CryptoKeySigner(privateKey as CryptoKey, derOf(certificate), 'EC', 'ECDSA', [root]),
        // The key goes when nothing holds it any more.
        close: async () => {},
      }
    },
  }
}
