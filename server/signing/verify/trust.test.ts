import { CryptoKeySigner } from '@libpdf/core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Authority, derOf, makeCertificate } from '../certificates/make-certificate.ts'
import { makeKeys } from '../certificates/make-keys.ts'
import { type TestCa, type TestSigner, testCa } from '../testing/test-ca.ts'
import { isTrusted, isWhole, type PdfVerdict } from './pdf-verdict.ts'
import { reportPdf } from './testing/report-pdf.ts'
import { signReport } from './testing/sign-report.ts'
import { verifyPdf } from './verify-pdf.ts'

const DAY = 86_400_000
let ca: TestCa
beforeAll(async () => {
  ca = await testCa()
})
afterAll(() => ca.close())

const verify = (bytes: Uint8Array, roots = [ca.root]): PdfVerdict => verifyPdf(bytes, { roots })

/** A root of one's own making, with any name, and somebody whom it vouches for. */
async function ownAuthority(commonName: string): Promise<{ root: Authority; signer: CryptoKeySigner }> {
  const validity = { notBefore: new Date(Date.now() - DAY), notAfter: new Date(Date.now() + DAY) }
  const keys = await makeKeys('ec')
  const subject = { country: 'SE', organisation: 'Exempelköpings kommun', commonName }
  const wish = { subject, publicKey: keys.publicKey, usage: 'authority' as const, ...validity }
  const root = { certificate: await makeCertificate(wish, keys), privateKey: keys.privateKey }
  const own = await makeKeys('ec')
  const certificate = await makeCertificate(
    { subject: { commonName: 'Åsa Öberg' }, publicKey: own.publicKey, usage: 'signer', ...validity },
    root,
  )
  const chain = [derOf(root.certificate)]
  return {
    root,
    signer: new CryptoKeySigner(own.privateKey as CryptoKey, derOf(certificate), 'EC', 'ECDSA', chain),
  }
}

async function signedWith(signer: CryptoKeySigner): Promise<Uint8Array> {
  return signReport(ca, reportPdf(), { signer: { signer } as TestSigner })
}

describe('nobody vouches for', () => {
  test('a signer whose authority is not known', async () => {
    const verdict = verify(await signedWith((await ownAuthority('Annan rot')).signer))
    expect([isWhole(verdict), isTrusted(verdict), verdict.signatures[0]?.trust]).toEqual([true, false, ['untrusted']])
  })

  test.each(['Provrot Å', 'Utfärdare Ö'])('one whose authority only bears the name "%s"', async name => {
    expect(verify(await signedWith((await ownAuthority(name)).signer)).signatures[0]?.trust).toEqual(['untrusted'])
  })

  test('one whose certificate had expired', async () => {
    const signer = await ca.signer({
      notBefore: new Date(Date.now() - 30 * DAY),
      notAfter: new Date(Date.now() - 2 * DAY),
    })
    const [signature] = verify(await signReport(ca, reportPdf(), { signer })).signatures
    expect([signature?.trust, signature?.level]).toEqual([['certificate-expired'], null])
  })

  test('one who signs with a certificate that is for something else', async () => {
    const { root } = await ownAuthority('Annan rot')
    const keys = await makeKeys('ec')
    const validity = { notBefore: new Date(Date.now() - DAY), notAfter: new Date(Date.now() + DAY) }
    const wish = { subject: { commonName: 'Åsa' }, publicKey: keys.publicKey, usage: 'authority' as const, ...validity }
    const der = derOf(await makeCertificate(wish, root))
    const chain = [derOf(root.certificate)]
    const file = await signedWith(new CryptoKeySigner(keys.privateKey as CryptoKey, der, 'EC', 'ECDSA', chain))
    expect(verify(file, chain).signatures[0]?.trust).toEqual(['key-usage'])
  })

  test('one whose certificate another key signed for', async () => {
    const [a, b] = await Promise.all([ca.signer(), ca.signer()])
    const mixed = new CryptoKeySigner(a.privateKey as CryptoKey, b.certificate, 'EC', 'ECDSA', b.chain)
    expect(verify(await signedWith(mixed)).signatures[0]?.integrity).toContain('signature-mismatch')
  })

  test('one who was revoked, as the evidence in the file says', async () => {
    const signer = await ca.signer({ revocation: 'crl' })
    ca.revoke(signer)
    const file = await signReport(ca, reportPdf(), { signer, level: 'B-LT' })
    expect(verify(file).signatures[0]?.trust).toEqual(['certificate-revoked'])
  })
})

describe('a level is reached by what the file holds', () => {
  test('without evidence that is still current, B-LT is only B-T', async () => {
    const signer = await ca.signer()
    Object.assign(ca.services, { ocsp: 'outdated', crl: 'outdated' })
    const file = await signReport(ca, reportPdf(), { signer, level: 'B-LT' })
    Object.assign(ca.services, { ocsp: 'works', crl: 'works' })
    expect(verify(file).signatures.map(({ level, trust }) => [level, trust])).toEqual([['B-T', []]])
  })

  test('a time stamp by somebody who is not trusted proves nothing', async () => {
    const other = await testCa()
    const file = await signReport(other, reportPdf(), { signer: await ca.signer(), level: 'B-T' })
    await other.close()
    const [signature] = verify(file).signatures
    expect([signature?.trust, signature?.level, signature?.atIsProven]).toEqual([['timestamp'], null, false])
    expect(verify(file, [ca.root, other.root]).signatures[0]?.level).toBe('B-T')
  })
})
