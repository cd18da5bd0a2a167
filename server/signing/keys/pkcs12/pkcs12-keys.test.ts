import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Signer } from '@libpdf/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { EnvError } from '../../../env.ts'
import { verifySignature } from '../../cms/verify-signature.ts'
import { CertificateExpiredError, KeyUnavailableError } from '../../errors.ts'
import { asa } from '../../testing/report-to-sign.ts'
import { type TestCa, testCa } from '../../testing/test-ca.ts'
import { pkcs12Keys } from './pkcs12-keys.ts'
import { LEGACY, MODERN, PASSWORD } from './testing/files.ts'

let ca: TestCa
let folder: string

beforeAll(async () => {
  ca = await testCa()
  folder = await mkdtemp(join(tmpdir(), 'samskrift-pkcs12-'))
})
afterAll(async () => {
  await ca.close()
  await rm(folder, { recursive: true })
})

async function keysOf(file: Uint8Array, password: string = PASSWORD) {
  const path = join(folder, 'seal.p12')
  await writeFile(path, file)
  return pkcs12Keys({ SIGNING_PKCS12_FILE: path, SIGNING_PKCS12_PASSWORD: password })
}

/** Whether what the key signs is a signature of the certificate that it shows. */
async function matches({ sign, certificate, keyType }: Signer): Promise<boolean> {
  const data = new TextEncoder().encode('Underskrift')
  const algorithmId = keyType === 'RSA' ? '1.2.840.113549.1.1.11' : '1.2.840.10045.4.3.2'
  return verifySignature(data, await sign(data, 'SHA-256'), certificate, { algorithmId })
}

test.each([
  ['rsa', false],
  ['ec', false],
  ['ec', true],
] as const)('opens a file with a chain: %s, issuers first: %s', async (kind, issuersFirst) => {
  const signer = await ca.signer({ kind, name: 'Exempelköpings kommun' })
  const keys = await keysOf(await signer.p12(PASSWORD, { issuersFirst }))
  const key = await keys.open(asa)
  expect(Buffer.from(key.signer.certificate)).toEqual(Buffer.from(signer.certificate))
  expect(key.signer.certificateChain?.map(one => Buffer.from(one))).toEqual(
    [ca.issuing, ca.root].map(one => Buffer.from(one)),
  )
  expect(await matches(key.signer)).toBe(true)
  expect((await keys.roots()).map(root => Buffer.from(root))).toEqual([Buffer.from(ca.root)])
  await key.close()
  await key.close()
})

test.each([
  ['with the encryption of older programs', LEGACY],
  ['with the encryption of today', MODERN],
])('opens a file of another program, %s', async (_, base64) => {
  const { signer } = await (await keysOf(Buffer.from(base64, 'base64'))).open(asa)
  expect(await matches(signer)).toBe(true)
})

test('takes the file as it is when it signs', async () => {
  const keys = await keysOf(await (await ca.signer()).p12(PASSWORD))
  const renewed = await ca.signer()
  await keysOf(await renewed.p12(PASSWORD))
  expect(Buffer.from((await keys.open(asa)).signer.certificate)).toEqual(Buffer.from(renewed.certificate))
})

test('says that the key is not there: no file, another password, a damaged file', async () => {
  const file = await (await ca.signer()).p12(PASSWORD)
  const missing = pkcs12Keys({ SIGNING_PKCS12_FILE: join(folder, 'none.p12'), SIGNING_PKCS12_PASSWORD: PASSWORD })
  await expect(missing.open(asa)).rejects.toThrow(KeyUnavailableError)
  await expect(missing.roots()).rejects.toThrow(KeyUnavailableError)
  for (const [bytes, password] of [
    [file, 'fel lösenord'],
    [file, ''],
    [Buffer.from(LEGACY, 'base64'), 'fel lösenord'],
    [file.slice(0, 300), PASSWORD],
    [file.map((byte, index) => (index === 400 ? byte ^ 1 : byte)), PASSWORD],
    [new Uint8Array(0), PASSWORD],
  ] as const) {
    const error: unknown = await (await keysOf(bytes, password)).open(asa).catch(reason => reason)
    expect(error).toBeInstanceOf(KeyUnavailableError)
    expect(String(error)).not.toContain(PASSWORD)
  }
})

test('does not sign with a certificate that is not valid today', async () => {
  for (const [from, to] of [
    ['2020-01-01', '2021-01-01'],
    ['2090-01-01', '2091-01-01'],
  ] as const) {
    const signer = await ca.signer({ notBefore: new Date(from), notAfter: new Date(to) })
    await expect((await keysOf(await signer.p12(PASSWORD))).open(asa)).rejects.toThrow(CertificateExpiredError)
  }
})

test('names the setting that lacks', () => {
  expect(() => pkcs12Keys({ SIGNING_PKCS12_FILE: undefined, SIGNING_PKCS12_PASSWORD: undefined })).toThrow(EnvError)
})
