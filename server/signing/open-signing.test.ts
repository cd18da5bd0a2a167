import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { EnvError, readEnv } from '../env.ts'
import { startErrorText } from '../process/start-error.ts'
import { openSigning } from './open-signing.ts'
import { type TestCa, testCa } from './testing/test-ca.ts'

const PASSWORD = 'lösen ord'
let ca: TestCa
let folder: string

beforeAll(async () => {
  ca = await testCa()
  folder = await mkdtemp(join(tmpdir(), 'samskrift-open-signing-'))
})
afterAll(async () => {
  await ca.close()
  await rm(folder, { recursive: true })
})

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

const pem = (der: Uint8Array): string =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64')}\n-----END CERTIFICATE-----\n`

type Variables = Record<string, string>
const open = (variables: Variables) => openSigning(readEnv({ NODE_ENV: 'test', SAMSKRIFT_DATA: folder, ...variables }))

async function seal(more: { notBefore?: Date; notAfter?: Date } = {}): Promise<Variables> {
  const path = await file('seal.p12', await (await ca.signer(more)).p12(PASSWORD))
  return { SIGNING_KEY: 'pkcs12', SIGNING_PKCS12_FILE: path, SIGNING_PKCS12_PASSWORD: PASSWORD }
}
const expired = { notBefore: new Date('2020-01-01'), notAfter: new Date('2021-01-01') }

/** What whoever starts the server is told. */
async function refusal(variables: Variables): Promise<string | null> {
  const error: unknown = await open(variables).catch(reason => reason)
  expect(error).toBeInstanceOf(EnvError)
  const text = startErrorText(error, null)
  expect(text).not.toContain(PASSWORD)
  return text
}

describe('the server does not start', () => {
  const STAMPED = { SIGNING_KEY: 'test', SIGNING_LEVEL: 'B-T' }

  test('above B-B without a time stamp service, or without saying whose time is trusted', async () => {
    expect(await refusal(STAMPED)).toMatch(/^Miljövariabeln SIGNING_TSA_URL saknas/)
    const service = { ...STAMPED, SIGNING_TSA_URL: 'http://tsa.example/' }
    expect(await refusal(service)).toMatch(/^Miljövariabeln SIGNING_TSA_TRUST saknas/)
    const roots = await file('roots.pem', pem(ca.root))
    for (const variable of ['SIGNING_TSA_TRUST', 'SIGNING_TRUST'])
      expect(await open({ ...service, [variable]: roots })).toMatchObject({ fault: null })
  })

  test.each(['SIGNING_TRUST', 'SIGNING_TSA_TRUST'])('with a file in %s that trusts nobody', async variable => {
    const unreadable = new RegExp(`^Filen som ${variable} anger går inte att läsa`)
    expect(await refusal({ [variable]: join(folder, 'none.pem') })).toMatch(unreadable)
    expect(await refusal({ [variable]: folder })).toMatch(unreadable)
    const empty = new RegExp(`^Filen som ${variable} anger innehåller inget certifikat`)
    expect(await refusal({ [variable]: await file('empty.pem', '') })).toMatch(empty)
    expect(await refusal({ [variable]: await file('der.pem', ca.root) })).toMatch(empty)
    expect(await refusal({ [variable]: await file('noise.pem', pem(new Uint8Array(40))) })).toMatch(empty)
  })

  test('with a seal that is not there, or that cannot be opened', async () => {
    const good = await seal()
    expect(await refusal({ ...good, SIGNING_PKCS12_FILE: join(folder, 'none.p12') })).toMatch(
      /^Filen som SIGNING_PKCS12_FILE anger går inte att läsa/,
    )
    expect(await refusal({ ...good, SIGNING_PKCS12_PASSWORD: 'fel' })).toMatch(
      /^Filen som SIGNING_PKCS12_FILE anger går inte att öppna: .*lösenordet fel/,
    )
    expect(await refusal({ ...good, SIGNING_PKCS12_FILE: '' })).toMatch(/^Miljövariabeln SIGNING_PKCS12_FILE saknas/)
  })

  test('without the library of the device', async () => {
    const device = {
      SIGNING_KEY: 'pkcs11',
      SIGNING_PKCS11_MODULE: join(folder, 'none.so'),
      SIGNING_PKCS11_TOKEN: 'token',
      SIGNING_PKCS11_KEY: 'sigill',
      SIGNING_PKCS11_PIN: '1234',
    }
    expect(await refusal(device)).toMatch(/^Filen som SIGNING_PKCS11_MODULE anger går inte att läsa/)
    // Found where the system has its libraries, or not at all: that is known when it is used.
    expect(await open({ ...device, SIGNING_PKCS11_MODULE: 'libsofthsm2.so' })).toMatchObject({ fault: null })
  })
})

describe('a seal that has expired', () => {
  test('does not stop the server, which says so before anybody signs', async () => {
    const { signing, fault } = await open(await seal(expired))
    expect(fault).toBe('certificate-expired')
    expect(await signing.keyFault()).toBe('certificate-expired')
  })

  test('is forgotten as soon as the file is renewed, and missed as soon as it is gone', async () => {
    const variables = await seal(expired)
    const { signing } = await open(variables)
    await seal()
    expect(await signing.keyFault()).toBeNull()
    await rm(variables.SIGNING_PKCS12_FILE ?? '')
    expect(await signing.keyFault()).toBe('key-unavailable')
  })
})

test('what is set up and can be used starts as it is, and so does what is not set up', async () => {
  expect(await open(await seal())).toMatchObject({ fault: null, signing: { provider: { name: 'pkcs12' } } })
  expect(await open({ DEMO: '1' })).toMatchObject({ fault: null, signing: { provider: { test: true } } })
  expect(await open({ DEMO: '0', SIGNING_LEVEL: 'B-LTA' })).toMatchObject({ fault: null, signing: { provider: null } })
})
