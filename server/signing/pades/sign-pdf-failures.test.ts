import { PDF, type Signer } from '@libpdf/core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  CertificateExpiredError,
  CertificateRevokedError,
  KeyUnavailableError,
  NoEmptyFieldError,
  RevocationDataMissingError,
  TimestampFailedError,
} from '../errors.ts'
import type { RevocationMood, TimestampMood } from '../testing/pki-services.ts'
import { reportToSign } from '../testing/report-to-sign.ts'
import { signAs } from '../testing/sign-as.ts'
import { type TestCa, type TestSigner, testCa } from '../testing/test-ca.ts'
import { askForBytes } from './ask-for-bytes.ts'
import { type RevocationSource, revocationOverHttp } from './revocation-source.ts'

let ca: TestCa
let signer: TestSigner
let bytes: Uint8Array
let copy: Uint8Array

/** For those who never answer, ms. Whoever answers has the time that there is by default. */
const SHORT = 300

beforeAll(async () => {
  ca = await testCa()
  signer = await ca.signer()
  bytes = await reportToSign()
})
afterAll(() => ca.close())
beforeEach(() => {
  copy = new Uint8Array(bytes)
  Object.assign(ca.services, { timestamps: 'works', ocsp: 'works', crl: 'works' })
})
// Whatever happens, what came in is as it was.
afterEach(() => expect(Buffer.compare(bytes, copy)).toBe(0))

const lasting = (by: Signer = signer.signer, level: 'B-LT' | 'B-LTA' = 'B-LT') =>
  signAs(1, by, { bytes, level, timestamps: ca.timestamps, revocation: revocationOverHttp(impatient) })

const impatient: typeof askForBytes = (url, more) =>
  askForBytes(url, { ...more, ...(ca.services.ocsp === 'silent' && { timeoutMs: SHORT }) })

describe('a time stamp service', () => {
  const moods: TimestampMood[] = [
    'refuses',
    'fails',
    'garbage',
    'wrong-imprint',
    'wrong-nonce',
    'wrong-signature',
    'silent',
    'endless',
  ]
  test.each(moods)('that %s leaves nothing signed', async mood => {
    ca.services.timestamps = mood
    const wish = { bytes, level: 'B-T' as const, timestamps: ca.timestamps }
    const signing = signAs(1, signer.signer, mood === 'silent' ? { ...wish, patience: SHORT } : wish)
    await expect(signing).rejects.toThrow(TimestampFailedError)
  })

  test('that is not there, or that nobody named, leaves nothing signed', async () => {
    const closed = await testCa()
    await closed.close()
    for (const timestamps of [closed.timestamps, null])
      await expect(signAs(1, signer.signer, { bytes, level: 'B-T', timestamps })).rejects.toThrow(TimestampFailedError)
  })

  test('is not asked at level B-B', async () => {
    ca.services.timestamps = 'fails'
    expect((await signAs(1, signer.signer, { bytes, timestamps: ca.timestamps })).facts.timestamp).toBeNull()
  })

  test('that breaks down before the last time stamp of B-LTA leaves nothing signed', async () => {
    const asked = ca.services.asked.length
    const revocation = {
      ocsp: async () => {
        ca.services.timestamps = 'fails'
        return null
      },
      crl: revocationOverHttp().crl,
      issuer: async () => null,
    }
    const wish = { bytes, level: 'B-LTA' as const, timestamps: ca.timestamps, revocation }
    await expect(signAs(1, signer.signer, wish)).rejects.toThrow(TimestampFailedError)
    expect(ca.services.asked.slice(asked).filter(path => path === '/tsa')).toHaveLength(2)
  })
})

describe('revocation data', () => {
  const moods: RevocationMood[] = ['fails', 'garbage', 'outdated', 'silent']
  test.each(moods)('from services that are such: %s, is missed', async mood => {
    Object.assign(ca.services, { ocsp: mood, crl: mood })
    await expect(lasting()).rejects.toThrow(RevocationDataMissingError)
    await expect(lasting(signer.signer, 'B-LTA')).rejects.toThrow(RevocationDataMissingError)
  })

  test('is missed for one certificate of the chain, although another has it', async () => {
    ca.services.crl = 'fails'
    // OCSP answers for the signer; the authority above has a list alone.
    await expect(lasting()).rejects.toThrow('certificate 2 of a chain')
  })

  test('may come from either service', async () => {
    ca.services.ocsp = 'fails'
    expect((await lasting()).facts.level).toBe('B-LT')
    Object.assign(ca.services, { ocsp: 'works' })
    expect((await lasting((await ca.signer({ revocation: 'ocsp' })).signer)).facts.level).toBe('B-LT')
  })

  test('is missed where a certificate names no service, unless a list of its issuer is there for another', async () => {
    const silent = await ca.signer({ revocation: 'none' })
    expect((await lasting(silent.signer)).facts.level).toBe('B-LT')
    const own = { ...revocationOverHttp(), crl: async () => null }
    const wish = { bytes, level: 'B-LT' as const, timestamps: ca.timestamps, revocation: own }
    await expect(signAs(1, silent.signer, wish)).rejects.toThrow('certificate 1 of a chain')
  })

  test('is fetched with the certificates in between, where the key does not bring them', async () => {
    const { certificate, keyType, signatureAlgorithm } = signer.signer
    const alone: Signer = {
      certificate,
      certificateChain: [],
      keyType,
      signatureAlgorithm,
      sign: (data, algorithm) => signer.signer.sign(data, algorithm),
    }
    expect((await lasting(alone)).facts.level).toBe('B-LT')
  })

  test('that says the key was taken back stops the signature, also the second one with an old list in the file', async () => {
    const second = await ca.signer({ name: 'Örjan Ängström' })
    const first = await lasting()
    ca.revoke(second)
    const wish = { bytes: first.bytes, level: 'B-LT' as const, timestamps: ca.timestamps }
    await expect(signAs(2, second.signer, wish)).rejects.toThrow(CertificateRevokedError)
    ca.services.ocsp = 'fails'
    await expect(signAs(2, second.signer, wish)).rejects.toThrow(CertificateRevokedError)
  })
})

test('what was proven when the first one signed is enough when the second one does, long after', async () => {
  const day = 86_400_000
  const short = await ca.signer({ notAfter: new Date(Date.now() + day) })
  const first = await lasting(short.signer)
  const second = await ca.signer({ name: 'Örjan Ängström' })
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 30 * day })
  try {
    const asked: Uint8Array[] = []
    const overHttp = revocationOverHttp()
    const revocation: RevocationSource = {
      ...overHttp,
      ocsp: (certificate, issuer) => {
        asked.push(certificate)
        return overHttp.ocsp(certificate, issuer)
      },
    }
    const wish = { bytes: first.bytes, level: 'B-LT' as const, timestamps: ca.timestamps, revocation }
    expect((await signAs(2, second.signer, wish)).facts.level).toBe('B-LT')
    expect(asked).toContainEqual(second.certificate)
    expect(asked).not.toContainEqual(short.certificate)
  } finally {
    vi.useRealTimers()
  }
})

describe('a key', () => {
  test.each([
    ['not any more', { notBefore: new Date('2020-01-01'), notAfter: new Date('2021-01-01') }],
    ['not yet', { notBefore: new Date('2090-01-01'), notAfter: new Date('2091-01-01') }],
  ])('that is valid %s does not sign', async (_, validity) => {
    const expired = await ca.signer(validity)
    await expect(signAs(1, expired.signer, { bytes })).rejects.toThrow(CertificateExpiredError)
  })

  test('that is gone in the middle says so', async () => {
    const gone: Signer = {
      ...signer.signer,
      certificate: signer.certificate,
      sign: () => Promise.reject(new Error('CKR_DEVICE_REMOVED')),
    }
    await expect(signAs(1, gone, { bytes })).rejects.toThrow(KeyUnavailableError)
  })

  test('that signs with what is not its certificate is found out before anybody gets the file', async () => {
    const other = await ca.signer()
    const mixed: Signer = { ...signer.signer, sign: (data, algorithm) => other.signer.sign(data, algorithm) }
    await expect(signAs(1, mixed, { bytes })).rejects.toThrow('the signature is not of this certificate')
  })
})

describe('a file', () => {
  test('without the field, or with a signature in it, is not signed', async () => {
    await expect(signAs(1, signer.signer, { bytes, field: 'underskrift-9' })).rejects.toThrow(NoEmptyFieldError)
    const { bytes: signed } = await signAs(1, signer.signer, { bytes })
    await expect(signAs(1, signer.signer, { bytes: signed })).rejects.toThrow(NoEmptyFieldError)
  })

  test('that is damaged or no PDF is not signed', async () => {
    const without = await PDF.create()
    without.addPage()
    for (const broken of [
      new Uint8Array(0),
      new TextEncoder().encode('<html>'),
      bytes.slice(0, 9000),
      await without.save(),
    ])
      await expect(signAs(1, signer.signer, { bytes: broken })).rejects.toThrow(NoEmptyFieldError)
  })
})
