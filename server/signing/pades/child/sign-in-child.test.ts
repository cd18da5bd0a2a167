import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type LocalProxy, localProxy } from '../../../outbound/testing/local-proxy.ts'
import { sha256Hex } from '../../../sha256.ts'
import {
  CertificateRevokedError,
  KeyUnavailableError,
  NoEmptyFieldError,
  RevocationDataMissingError,
  SignatureInvalidError,
  TimestampUntrustedError,
} from '../../errors.ts'
import { asa, place, reportToSign } from '../../testing/report-to-sign.ts'
import { type TestCa, type TestSigner, testCa } from '../../testing/test-ca.ts'
import { verifyPdf } from '../../verify/verify-pdf.ts'
import { type Outside, outsideOf } from '../outside.ts'
import type { SigningOrder, SigningWish } from '../signing-wish.ts'
import { Answers } from './answer-the-child.ts'
import { signInChild } from './sign-in-child.ts'

const HOST = 'pki.invalid'
let ca: TestCa
let proxy: LocalProxy
let signer: TestSigner
let bytes: Uint8Array

beforeAll(async () => {
  ca = await testCa({ host: HOST })
  proxy = await localProxy(ca.url)
  signer = await ca.signer()
  bytes = await reportToSign()
}, 60_000)
afterAll(async () => {
  await proxy.close()
  await ca.close()
})

const order = (more: Partial<SigningOrder> = {}): SigningOrder => ({
  bytes,
  field: 'underskrift-1',
  provider: { name: 'pkcs12', test: false },
  identity: asa,
  place,
  level: 'B-LTA',
  at: new Date(),
  ...more,
})
const outside = (more: Partial<SigningWish> = {}): Outside =>
  outsideOf({
    ...order(),
    key: { signer: signer.signer, close: async () => {} },
    timestamps: ca.timestamps,
    proxyFor: () => proxy.url,
    ...more,
  })

describe('a file that is signed in a process of its own', () => {
  test('is signed by the key of the server, which alone asks others, and only by its proxy', async () => {
    const signed = await signInChild(order(), outside())
    const [own, stamp] = verifyPdf(signed.bytes, { roots: [ca.root] }).signatures
    expect([own?.level, own?.integrity, own?.trust]).toEqual(['B-LTA', [], []])
    expect(stamp?.kind).toBe('timestamp')
    expect(signed.facts.timestamp).not.toBeNull()
    expect(sha256Hex(signed.bytes)).toBe(signed.sha256)
    expect(Buffer.compare(signed.bytes.subarray(0, bytes.length), bytes)).toBe(0)
    expect(new Set(proxy.asked)).toEqual(new Set([`${HOST}:80`]))
    expect(ca.services.asked).toEqual(expect.arrayContaining(['/tsa', '/ocsp', '/issuing.crl', '/root.crl']))
  }, 60_000)

  test('ends with the very error that the key ended with', async () => {
    const gone = new KeyUnavailableError('CKR_DEVICE_REMOVED')
    const key = { signer: { ...signer.signer, certificate: signer.certificate, sign: () => Promise.reject(gone) } }
    const signing = signInChild(order({ level: 'B-B' }), outside({ key: { ...key, close: async () => {} } }))
    await expect(signing).rejects.toBe(gone)
  }, 60_000)

  test('ends with the name of what was wrong with the file, or with what the file lacks', async () => {
    const withoutField = signInChild(order({ field: 'underskrift-9' }), outside())
    await expect(withoutField).rejects.toBeInstanceOf(NoEmptyFieldError)
    const revocation = { ocsp: async () => null, crl: async () => null, issuer: async () => null }
    const unproven = signInChild(order({ level: 'B-LT' }), outside({ revocation }))
    await expect(unproven).rejects.toBeInstanceOf(RevocationDataMissingError)
    const taken = await ca.signer()
    ca.revoke(taken)
    const key = { signer: taken.signer, close: async () => {} }
    await expect(signInChild(order(), outside({ key }))).rejects.toBeInstanceOf(CertificateRevokedError)
  }, 60_000)

  test('says so where it takes too long, or the server is closing', async () => {
    const hurried = signInChild(order(), outside(), { limits: { time: 1, heap: 512 } })
    await expect(hurried).rejects.toThrow('not done in 1 ms')
    const signal = AbortSignal.abort()
    await expect(signInChild(order(), outside(), { signal })).rejects.toBeInstanceOf(SignatureInvalidError)
  }, 60_000)
})

test('the process gets one signature, whatever it asks', async () => {
  const answers = new Answers(outside())
  const question = { name: 'sign', data: new Uint8Array([1]), algorithm: 'SHA-256' } as const
  expect(await answers.to(1, question)).toMatchObject({ type: 'answer', id: 1, value: expect.any(Uint8Array) })
  expect(await answers.to(2, question)).toMatchObject({ type: 'no-answer', id: 2 })
  expect(answers.why(2)).toBeInstanceOf(SignatureInvalidError)
})

describe('a time stamp service', () => {
  const stamp = (trust: Uint8Array[]) =>
    outside({ timestamps: { ...ca.timestamps, trust } }).timestamps?.timestamp(new Uint8Array(32), 'SHA-256')

  test('whose certificate leads back to nothing that is trusted leaves nothing signed', async () => {
    const other = await testCa()
    await other.close()
    for (const trust of [[], [other.root], [signer.certificate]])
      await expect(stamp(trust)).rejects.toBeInstanceOf(TimestampUntrustedError)
    const untrusted = outside({ timestamps: { ...ca.timestamps, trust: [] } })
    await expect(signInChild(order(), untrusted)).rejects.toBeInstanceOf(TimestampUntrustedError)
  }, 60_000)

  test('may be trusted by its root or by the authority right above it', async () => {
    for (const trust of [[ca.root], [ca.issuing]]) expect((await stamp(trust))?.length).toBeGreaterThan(500)
  })
})
