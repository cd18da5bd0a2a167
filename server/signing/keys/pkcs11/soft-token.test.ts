import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SigningIdentity } from '../key-provider.ts'
import { type Issued, issueCertificate, type KeyKind } from '../testing/issue-certificate.ts'
import { isWellSigned, signatureOf, signPdf } from '../testing/sign-pdf.ts'
import { pkcs11Provider } from './pkcs11-keys.ts'
import type { Pkcs11Settings } from './pkcs11-settings.ts'

const MODULE = ['/usr/lib/softhsm/libsofthsm2.so', '/usr/lib64/pkcs11/libsofthsm2.so'].find(file => existsSync(file))
const found = (program: string): boolean =>
  (process.env.PATH ?? '').split(':').some(folder => existsSync(join(folder, program)))
const isThere = MODULE !== undefined && found('softhsm2-util') && found('pkcs11-tool')

const identity = {} as SigningIdentity
const PIN = '493817'

// What the provider does with the tool is tested with a program in its place (pkcs11-keys.test.ts); here that
// program is OpenSC's own, on a token of SoftHSM, where both are installed.
describe.skipIf(!isThere)('a token of SoftHSM', () => {
  const folder = mkdtempSync(join(tmpdir(), 'samskrift-token-'))
  const before = process.env.SOFTHSM2_CONF
  const settings: Pkcs11Settings = {
    module: MODULE ?? '',
    token: 'Kommunens token',
    key: 'rsa',
    pin: PIN,
    command: ['pkcs11-tool'],
    timeoutMs: 15_000,
  }
  const run = (program: string, ...options: string[]): void =>
    void execFileSync(program, options, { stdio: 'pipe', env: { ...process.env, P: PIN } })
  const write = (type: string, id: string, label: string, bytes: Uint8Array): void => {
    writeFileSync(join(folder, 'object'), bytes)
    const place = ['--module', settings.module, '--token-label', settings.token, '--login', '--pin', 'env:P']
    run('pkcs11-tool', ...place, '--write-object', join(folder, 'object'), '--type', type, '--id', id, '--label', label)
  }
  const put = (issued: Issued, id: string, label: string): void => {
    write('privkey', id, label, issued.privateKey.export({ type: 'pkcs8', format: 'der' }))
    write('cert', id, label, issued.certificate)
  }

  beforeAll(async () => {
    mkdirSync(join(folder, 'tokens'))
    writeFileSync(join(folder, 'conf'), `directories.tokendir = ${folder}/tokens\nlog.level = ERROR\n`)
    process.env.SOFTHSM2_CONF = join(folder, 'conf')
    run('softhsm2-util', '--init-token', '--free', '--label', settings.token, '--pin', PIN, '--so-pin', '12345678')
    const root = await issueCertificate({ name: 'Rot', kind: 'rsa', authority: true })
    write('cert', '09', 'Rot', root.certificate)
    const kinds: [KeyKind, string][] = [
      ['rsa', '01'],
      ['P-256', '02'],
      ['P-384', '03'],
    ]
    for (const [kind, id] of kinds)
      put(await issueCertificate({ name: `Sigill ${kind}`, kind, issuer: root }), id, kind)
  })
  afterAll(() => {
    if (before === undefined) delete process.env.SOFTHSM2_CONF
    else process.env.SOFTHSM2_CONF = before
    rmSync(folder, { recursive: true })
  })

  test.each([
    ['rsa', 'SHA-256'],
    ['rsa', 'SHA-384'],
    ['rsa', 'SHA-512'],
    ['P-256', 'SHA-256'],
    ['P-384', 'SHA-384'],
    ['P-384', 'SHA-512'],
  ] as const)('signs a PDF with %s and %s', async (key, algorithm) => {
    const { signer } = await pkcs11Provider({ ...settings, key }).open(identity)
    expect(signer.certificateChain).toHaveLength(1)
    const pdf = await signPdf(signer, algorithm)
    expect(await isWellSigned(pdf)).toBe(true)
    if (!found('openssl')) return
    const { cms, covered } = signatureOf(pdf)
    writeFileSync(join(folder, 'cms'), cms)
    writeFileSync(join(folder, 'covered'), covered)
    writeFileSync(join(folder, 'root.der'), signer.certificateChain?.[0] ?? new Uint8Array())
    run('openssl', 'x509', '-inform', 'der', '-in', join(folder, 'root.der'), '-out', join(folder, 'root.pem'))
    const files = ['-in', join(folder, 'cms'), '-content', join(folder, 'covered'), '-CAfile', join(folder, 'root.pem')]
    run(
      'openssl',
      'cms',
      '-verify',
      '-cades',
      '-binary',
      '-inform',
      'DER',
      '-purpose',
      'any',
      ...files,
      '-out',
      join(folder, 'out'),
    )
  })

  test('with another PIN, another key and no token is as the program in its place says', async () => {
    const open = (change: Partial<Pkcs11Settings>) => pkcs11Provider({ ...settings, ...change }).open(identity)
    await expect(open({ pin: '000000' })).rejects.toThrow('CKR_PIN_INCORRECT')
    await expect(open({ key: 'annan' })).rejects.toThrow('SIGNING_PKCS11_KEY')
    await expect(open({ token: 'Annan' })).rejects.toThrow('SIGNING_PKCS11_TOKEN')
    await expect(open({ module: '/finns/inte.so' })).rejects.toThrow('SIGNING_PKCS11_MODULE')
  })

  test('that is taken out in the middle of a signature is said to be gone', async () => {
    const { signer } = await pkcs11Provider(settings).open(identity)
    const conf = process.env.SOFTHSM2_CONF
    process.env.SOFTHSM2_CONF = '/finns/inte'
    await expect(signer.sign(new Uint8Array([1]), 'SHA-256')).rejects.toMatchObject({ code: 'key-unavailable' })
    process.env.SOFTHSM2_CONF = conf
    expect(await signer.sign(new Uint8Array([1]), 'SHA-256')).toHaveLength(256)
  })
})
