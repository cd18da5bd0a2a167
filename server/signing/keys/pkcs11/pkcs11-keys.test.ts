import { writeFileSync } from 'node:fs'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { readEnv } from '../../../env.ts'
import type { SigningIdentity } from '../key-provider.ts'
import { type Issued, issueCertificate } from '../testing/issue-certificate.ts'
import { isWellSigned, signPdf } from '../testing/sign-pdf.ts'
import { pkcs11Provider } from './pkcs11-keys.ts'
import { pkcs11Settings } from './pkcs11-settings.ts'
import { type DeviceWish, fakeDevice } from './testing/fake-device.ts'

const identity: SigningIdentity = {
  userId: '1',
  name: 'Karin Ek',
  title: 'MAS',
  capacity: 'Föredragande',
  organisation: 'Exempelkommun',
  authentication: { method: 'demo', issuer: null, subject: 'mas', acr: null, amr: [], at: '2026-01-01T08:00:00Z' },
}
const DATA = Buffer.from('attribut att skriva under')

let root: Issued
let authority: Issued
let key: Issued
let other: Issued
beforeAll(async () => {
  root = await issueCertificate({ name: 'Rot', kind: 'P-256', authority: true })
  authority = await issueCertificate({ name: 'Utfärdare', kind: 'P-256', issuer: root, authority: true })
  key = await issueCertificate({ name: 'Sigill', kind: 'rsa', issuer: authority })
  other = await issueCertificate({ name: 'Någon annan', kind: 'rsa' })
})

afterEach(() => {
  vi.unstubAllEnvs()
})

const signAt = async (wish: DeviceWish) => {
  const { signer } = await pkcs11Provider(fakeDevice(wish).settings).open(identity)
  return signer.sign(DATA, 'SHA-256')
}

test('what is known of a device is said without asking it: a PIN that it refused, a certificate that has expired', async () => {
  const withModule = (wish: DeviceWish) => {
    const { settings, calls } = fakeDevice(wish)
    writeFileSync(settings.module, '')
    return { settings, calls }
  }
  const refusing = withModule({ key, refuses: 'CKR_PIN_INCORRECT' })
  const provider = pkcs11Provider(refusing.settings)
  await provider.check?.()
  await expect(provider.open(identity)).rejects.toThrow('CKR_PIN_INCORRECT')
  await expect(provider.check?.()).rejects.toMatchObject({ code: 'key-refused' })
  expect(refusing.calls()).toHaveLength(1)

  let today = new Date()
  const aging = pkcs11Provider(withModule({ key, beside: [authority, root] }).settings, () => today)
  await aging.roots()
  await aging.check?.()
  today = new Date('2099-01-01')
  await expect(aging.check?.()).rejects.toMatchObject({ code: 'certificate-expired' })
})

describe('a key on a device', () => {
  test('signs a PDF that holds, with the chain that the token has, and the PIN is seen nowhere', async () => {
    const device = fakeDevice({ key, beside: [other, root, authority] })
    const provider = pkcs11Provider(device.settings)
    const { signer, close } = await provider.open(identity)
    expect(signer.certificateChain?.map(der => Buffer.from(der))).toEqual(
      [authority, root].map(({ certificate }) => Buffer.from(certificate)),
    )
    for (const algorithm of ['SHA-256', 'SHA-384', 'SHA-512'] as const)
      expect(await isWellSigned(await signPdf(signer, algorithm))).toBe(true)
    expect((await provider.roots()).map(der => Buffer.from(der))).toEqual([Buffer.from(root.certificate)])
    expect(JSON.stringify(device.calls())).not.toContain(device.settings.pin)
    await close()
    await close()
    await expect(signer.sign(DATA, 'SHA-256')).rejects.toMatchObject({ code: 'key-unavailable' })
  })

  test.each(['P-256', 'P-384'] as const)('on the curve %s answers in DER', async kind => {
    const elliptic = await issueCertificate({ name: 'Sigill', kind })
    const { signer } = await pkcs11Provider(fakeDevice({ key: elliptic, documents: [DATA] }).settings).open(identity)
    const signature = await signer.sign(DATA, kind === 'P-256' ? 'SHA-256' : 'SHA-384')
    expect([signer.keyType, signature[0]]).toEqual(['EC', 0x30])
  })

  test('does not see what the server keeps secret', async () => {
    const kept = ['AUTH_SECRET', 'DATABASE_URL', 'SIGNING_PKCS11_PIN']
    for (const name of kept) vi.stubEnv(name, 'hemligt')
    const device = fakeDevice({ key })
    await pkcs11Provider(device.settings).open(identity)
    const seen = device.calls().flatMap(({ environment }) => environment)
    expect(seen).toContain('PATH')
    expect(kept.filter(name => seen.includes(name))).toEqual([])
  })
})

describe('a device that fails', () => {
  test.each([
    [{ onSign: 'CKR_DEVICE_REMOVED' }, /the device failed: CKR_DEVICE_REMOVED/],
    [{ onSign: 'die' }, /ended with SIGKILL/],
    [{ onSign: 'flood' }, /too much/],
    [{ onSign: 'CKR_KEY_FUNCTION_NOT_PERMITTED' }, /may not sign in this way/],
    [{ refuses: 'CKR_TOKEN_NOT_PRESENT' }, /not in its place/],
  ] as const)('%o is said so that somebody can do something about it', async (faults, message) => {
    await expect(signAt({ key, ...faults })).rejects.toMatchObject({
      code: 'key-unavailable',
      message: expect.stringMatching(message),
    })
  })

  test('is not waited for', async () => {
    const { settings } = fakeDevice({ key, onSign: 'hang' })
    const { signer } = await pkcs11Provider(settings).open(identity)
    settings.timeoutMs = 200
    await expect(signer.sign(DATA, 'SHA-256')).rejects.toThrow('did not answer in 200 ms')
  })

  test('and signs with another key than that of the certificate is found at once', async () => {
    await expect(signAt({ key, signsWith: other })).rejects.toThrow('no signature by the key')
  })

  test('that refuses the PIN is not asked again, also by those who wait', async () => {
    const device = fakeDevice({ key })
    const provider = pkcs11Provider({ ...device.settings, pin: 'fel' })
    const tries = await Promise.allSettled([provider.open(identity), provider.open(identity), provider.roots()])
    expect(tries.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled'])
    await expect(provider.open(identity)).rejects.toMatchObject({ code: 'key-refused' })
    expect(device.calls()).toHaveLength(1)
  })

  test('that has locked itself is not asked again either', async () => {
    const device = fakeDevice({ key, refuses: 'CKR_PIN_LOCKED' })
    const provider = pkcs11Provider(device.settings)
    await expect(provider.open(identity)).rejects.toMatchObject({
      code: 'key-refused',
      message: expect.stringContaining('CKR_PIN_LOCKED'),
    })
    await expect(provider.open(identity)).rejects.toMatchObject({ code: 'key-refused' })
    expect(device.calls()).toHaveLength(1)
  })

  test.each([
    [{ command: ['/finns/inte/pkcs11-tool'] as const }, 'not installed'],
    [{ module: '/finns/inte.so' }, 'SIGNING_PKCS11_MODULE'],
    [{ token: 'En annan' }, 'SIGNING_PKCS11_TOKEN'],
    [{ key: 'en-annan' }, 'SIGNING_PKCS11_KEY'],
  ])('%o names the setting', async (change, words) => {
    const provider = pkcs11Provider({ ...fakeDevice({ key }).settings, ...change })
    await expect(provider.open(identity)).rejects.toThrow(words)
  })
})

test('a certificate that is not valid today signs nothing, and is still what older signatures lead back to', async () => {
  const expired = await issueCertificate({
    name: 'Sigill',
    kind: 'P-256',
    from: new Date('2020-01-01'),
    to: new Date('2021-01-01'),
  })
  const provider = pkcs11Provider(fakeDevice({ key: expired }).settings)
  await expect(provider.open(identity)).rejects.toMatchObject({ code: 'certificate-expired' })
  expect((await provider.roots()).map(der => Buffer.from(der))).toEqual([Buffer.from(expired.certificate)])
})

test('a setting that is missing is named', () => {
  const env = readEnv({
    NODE_ENV: 'test',
    SIGNING_PKCS11_MODULE: '/m.so',
    SIGNING_PKCS11_TOKEN: 't',
    SIGNING_PKCS11_KEY: 'k',
  })
  expect(() => pkcs11Settings(env)).toThrow('SIGNING_PKCS11_PIN')
  expect(() => pkcs11Settings({ ...env, SIGNING_PKCS11_PIN: '1234' })).not.toThrow()
})

test('a signature over other bytes does not hold', async () => {
  const { signer } = await pkcs11Provider(fakeDevice({ key }).settings).open(identity)
  const pdf = await signPdf(signer)
  expect(await isWellSigned(pdf)).toBe(true)
  pdf[20] = (pdf[20] ?? 0) ^ 1
  await expect(isWellSigned(pdf)).rejects.toThrow("digest doesn't match")
})
