import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildChain } from '../certificates/build-chain.ts'
import { isIssuedBy, isRoot } from '../certificates/read-certificate.ts'
import { crlSays, ocspSays } from '../certificates/revocation.ts'
import { revocationOverHttp } from '../pades/revocation-source.ts'
import { hasProgram, pem, run } from './programs.ts'
import { type TestCa, type TestSigner, testCa } from './test-ca.ts'

let ca: TestCa
let good: TestSigner
let revoked: TestSigner

beforeAll(async () => {
  ca = await testCa()
  good = await ca.signer({ kind: 'rsa' })
  revoked = await ca.signer({ name: 'Örjan Ängström' })
  ca.revoke(revoked)
})
afterAll(() => ca.close())

test('signers lead back to the root, also where only the addresses in the certificates show the way', async () => {
  expect(isRoot(ca.root)).toBe(true)
  expect(isIssuedBy(good.certificate, ca.issuing)).toBe(true)
  expect(isIssuedBy(good.certificate, ca.root)).toBe(false)
  const { issuer } = revocationOverHttp()
  const chain = await buildChain(good.certificate, [], issuer)
  expect(chain).toEqual({ certificates: [good.certificate, ca.issuing, ca.root], isComplete: true })
  expect((await buildChain(good.certificate, [ca.root])).isComplete).toBe(false)
})

test('OCSP and the lists say who is revoked, and what they say is about nobody else', async () => {
  const source = revocationOverHttp()
  const now = new Date()
  const list = (await source.crl(good.certificate)) as Uint8Array
  for (const [{ certificate }, says] of [
    [good, 'good'],
    [revoked, 'revoked'],
  ] as const) {
    const answer = (await source.ocsp(certificate, ca.issuing)) as Uint8Array
    expect(await ocspSays(answer, certificate, ca.issuing, now)).toBe(says)
    expect(await crlSays(list, certificate, ca.issuing, now)).toBe(says)
    expect(await crlSays(list, certificate, ca.root, now)).toBeNull()
    expect(await ocspSays(answer, certificate, ca.root, now)).toBeNull()
  }
  const other = (await source.ocsp(revoked.certificate, ca.issuing)) as Uint8Array
  expect(await ocspSays(other, good.certificate, ca.issuing, now)).toBeNull()
})

test('an answer that is damaged or out of date proves nothing', async () => {
  const source = revocationOverHttp()
  const answer = (await source.ocsp(good.certificate, ca.issuing)) as Uint8Array
  const list = (await source.crl(good.certificate)) as Uint8Array
  const later = new Date(Date.now() + 48 * 3_600_000)
  const flipped = (bytes: Uint8Array, at: number) => bytes.map((byte, index) => (index === at ? byte ^ 1 : byte))
  expect(await ocspSays(answer, good.certificate, ca.issuing, later)).toBeNull()
  expect(await crlSays(list, good.certificate, ca.issuing, later)).toBeNull()
  for (const at of [60, 120, 160]) {
    expect(await ocspSays(flipped(answer, at), good.certificate, ca.issuing, new Date())).toBeNull()
    expect(await crlSays(flipped(list, at), good.certificate, ca.issuing, new Date())).toBeNull()
  }
})

describe.skipIf(!hasProgram('openssl'))('openssl', () => {
  const files = () => ({ 'root.pem': pem(ca.root), 'issuing.pem': pem(ca.issuing), 'good.pem': pem(good.certificate) })

  test('takes the chain, the lists and OCSP', async () => {
    const chain = ['verify', '-CAfile', '{root.pem}', '-untrusted', '{issuing.pem}', '{good.pem}']
    expect((await run('openssl', chain, files())).status).toBe(0)
    const list = (await revocationOverHttp().crl(good.certificate)) as Uint8Array
    const crl = ['crl', '-inform', 'DER', '-in', '{list}', '-noout', '-CAfile', '{issuing.pem}']
    expect((await run('openssl', crl, { ...files(), list })).output).toContain('verify OK')
    const ocsp = ['ocsp', '-issuer', '{issuing.pem}', '-cert', '{good.pem}', '-url', ca.tsaUrl.replace('/tsa', '/ocsp')]
    const said = await run('openssl', [...ocsp, '-CAfile', '{root.pem}', '-verify_other', '{issuing.pem}'], files())
    expect(said.output).toMatch(/: good[\s\S]*Response verify OK|Response verify OK[\s\S]*: good/)
  })

  test('opens its PKCS #12 files', async () => {
    const args = ['pkcs12', '-in', '{key.p12}', '-passin', 'pass:hemligt', '-noout', '-info']
    expect((await run('openssl', args, { 'key.p12': await good.p12('hemligt') })).status).toBe(0)
  })
})
