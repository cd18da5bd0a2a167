import { PDF } from '@libpdf/core'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectConformant } from '../../export/testing/conformance/expect-conformant.ts'
import { cmsFault } from '../cms/cms-fault.ts'
import { timestampIn } from '../cms/read-cms.ts'
import type { SigningIdentity } from '../keys/key-provider.ts'
import { hasProgram, pem, run } from '../testing/programs.ts'
import { asa, ORGANISATION, orjan, reportToSign } from '../testing/report-to-sign.ts'
import { signAs } from '../testing/sign-as.ts'
import { type TestCa, type TestSigner, testCa } from '../testing/test-ca.ts'
import { readIdentity } from './identity-record.ts'
import { readSignatures, sha256 } from './read-signatures.ts'
import { readSecurityStore } from './security-store.ts'
import type { PadesLevel, SignedPdf } from './signing-wish.ts'
import { timestampFault } from './time-stamps.ts'

const withoutSubject = ({
  authentication: { subject: _subject, ...authentication },
  ...identity
}: SigningIdentity) => ({
  ...identity,
  authentication,
})

const AT = new Date('2026-02-03T09:00:30.000Z')
const LEVELS: PadesLevel[] = ['B-B', 'B-T', 'B-LT', 'B-LTA']

let ca: TestCa
let rsa: TestSigner
let ec: TestSigner
let unsigned: Uint8Array
const signed = new Map<PadesLevel, [SignedPdf, SignedPdf]>()

beforeAll(async () => {
  ca = await testCa()
  const notBefore = new Date('2026-01-01')
  rsa = await ca.signer({ kind: 'rsa', name: ORGANISATION, notBefore })
  ec = await ca.signer({ kind: 'ec', name: orjan.name, notBefore })
  unsigned = await reportToSign()
})
afterAll(() => ca.close())

const pairOf = (level: PadesLevel): [SignedPdf, SignedPdf] => signed.get(level) as [SignedPdf, SignedPdf]
const isPrefix = (part: Uint8Array, whole: Uint8Array): boolean =>
  Buffer.compare(part, whole.subarray(0, part.length)) === 0

/** The last page and its fields as another program sees them. */
async function lastPage(bytes: Uint8Array) {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const page = await pdf.getPage(pdf.numPages)
  const fields = (await page.getAnnotations()).filter(({ subtype }) => subtype === 'Widget')
  const { fnArray } = await page.getOperatorList()
  await pdf.destroy()
  return { fields, operators: fnArray.length }
}

describe.each(LEVELS)('two signatures of level %s, by RSA and by EC', level => {
  beforeAll(async () => {
    const options = { level, timestamps: ca.timestamps, at: AT }
    const first = await signAs(1, rsa.signer, { ...options, bytes: unsigned })
    const provider = { name: 'test', test: true } as const
    signed.set(level, [first, await signAs(2, ec.signer, { ...options, bytes: first.bytes, provider })])
  })

  test('are additions that keep all earlier bytes, and hold', async () => {
    const [first, second] = pairOf(level)
    expect(isPrefix(unsigned, first.bytes)).toBe(true)
    expect(isPrefix(first.bytes, second.bytes)).toBe(true)
    const signatures = readSignatures(await PDF.load(second.bytes), second.bytes)
    const people = signatures.filter(({ kind }) => kind === 'signature')
    expect(people.map(({ field }) => field)).toEqual(['underskrift-1', 'underskrift-2'])
    for (const { cms, content } of people) expect(cmsFault(cms, content)).toBeNull()
    // ETSI EN 319 142-1, table 1: the time of signing stands in the dictionary, and nowhere else.
    for (const { cms, dictionary } of people) {
      const types = cms.signer.signedAttrs?.attributes.map(({ type }) => type)
      expect(types).toEqual(['1.2.840.113549.1.9.3', '1.2.840.113549.1.9.4', '1.2.840.113549.1.9.16.2.47'])
      expect(dictionary.getString('M')?.asString()).toMatch(/^D:20260203/)
    }
    expect(people.map(({ cms }) => cms.certificate)).toEqual([rsa.certificate, ec.certificate])
    expect(people[0]?.end).toBeLessThanOrEqual(first.bytes.length)
    expect(signatures.filter(({ kind }) => kind === 'timestamp')).toHaveLength(level === 'B-LTA' ? 2 : 0)
  })

  test('have the time stamps and the proof that the level promises', async () => {
    const [, { bytes, facts }] = pairOf(level)
    const pdf = await PDF.load(bytes)
    for (const { kind, cms, content } of readSignatures(pdf, bytes)) {
      if (kind === 'timestamp') expect(timestampFault(cms, sha256(content))).toBeNull()
      const token = timestampIn(cms)
      expect(token !== null).toBe(kind === 'signature' && level !== 'B-B')
      if (token) expect(timestampFault(token, sha256(cms.signer.signature.valueBlock.valueHexView))).toBeNull()
    }
    expect(facts.timestamp === null).toBe(level === 'B-B')
    const store = readSecurityStore(pdf)
    const lasts = level === 'B-LT' || level === 'B-LTA'
    // The lists of both authorities, and OCSP about both signers; the chain and who answers for the authority.
    expect([store.crl.length, store.ocsp.length]).toEqual(lasts ? [2, 2] : [0, 0])
    if (lasts) for (const one of [ca.root, ca.issuing, rsa.certificate]) expect(store.certificates).toContainEqual(one)
  })

  test('are still PDF/UA-1 and PDF/A-3a by what we can see, with their fields where they were', async () => {
    const [, { bytes }] = pairOf(level)
    expectConformant(bytes, 'Patientsäkerhetsberättelse 2023')
    const before = await lastPage(unsigned)
    const after = await lastPage(bytes)
    expect(after.fields.map(({ rect }) => rect)).toEqual(before.fields.map(({ rect }) => rect))
    expect(after.fields.map(({ fieldName }) => fieldName)).toEqual(['underskrift-1', 'underskrift-2'])
    // What is drawn in the fields is more than what was.
    expect(after.operators).toBeGreaterThan(before.operators + 20)
    expect(after.fields[0]?.alternativeText).toBe(
      'Elektroniskt underskriven av Åsa Öberg. Föredragande, 2026-02-03 10:00. Inloggad med inloggning.exempelkoping.se, tillitsnivå 3. Stämpel: Exempelköpings kommun',
    )
    expect(after.fields[1]?.alternativeText).toContain('TEST – gäller inte')
  })

  test('say who signed, under the signature', async () => {
    const [first, { bytes, facts, reason }] = pairOf(level)
    const people = readSignatures(await PDF.load(bytes), bytes).filter(({ kind }) => kind === 'signature')
    expect(people.map(({ dictionary }) => readIdentity(dictionary))).toEqual([
      { format: 1, ...withoutSubject(asa) },
      { format: 1, ...withoutSubject(orjan) },
    ])
    // Where it can be a person number, it is in no public file.
    const whole = Buffer.from(bytes).toString('latin1')
    for (const { authentication } of [asa, orjan]) {
      expect(whole).not.toContain(authentication.subject)
      expect(whole.toLowerCase()).not.toContain(Buffer.from(authentication.subject, 'utf16le').swap16().toString('hex'))
    }
    expect(people.map(({ dictionary }) => dictionary.getString('Name')?.asString())).toEqual([asa.name, orjan.name])
    expect(people.map(({ dictionary }) => dictionary.getString('Reason')?.asString())).toEqual([first.reason, reason])
    expect(first.reason).toBe(
      'Underskrift som föredragande av ”Patientsäkerhetsberättelse (2023)”, diarienummer VON/2024:18. Åsa Öberg, Medicinskt ansvarig sjuksköterska (MAS). Inloggad med inloggning.exempelkoping.se, tillitsnivå 3, 2026-02-03 09:58.',
    )
    for (const { dictionary, content } of people) {
      const record = Buffer.from(dictionary.getString('XXSamskriftIdentity')?.bytes ?? []).toString('hex')
      expect(Buffer.from(content).toString('latin1').toLowerCase()).toContain(record)
    }
    expect(facts).toMatchObject({
      provider: 'test',
      test: true,
      level,
      certificate: { issuer: 'CN=Utfärdare Ö,O=Exempelköpings kommun,C=SE' },
    })
    expect(first.facts.certificate.subject).toBe('CN=Exempelköpings kommun,O=Exempelköpings kommun,C=SE')
  })

  test.skipIf(!hasProgram('pdfsig'))('are valid to pdfsig', async () => {
    const { output } = await run('pdfsig', ['-nocert', '{f.pdf}'], { 'f.pdf': pairOf(level)[1].bytes })
    expect(output.match(/Signature is Valid/g)).toHaveLength(2)
    expect(output).not.toMatch(/Invalid|Mismatch/)
  })

  test.skipIf(!hasProgram('qpdf'))('leave a file without a fault to qpdf', async () => {
    const { status, output } = await run('qpdf', ['--check', '{f.pdf}'], { 'f.pdf': pairOf(level)[1].bytes })
    expect(output).not.toMatch(/WARNING|ERROR/)
    expect(status).toBe(0)
  })

  test.skipIf(!hasProgram('openssl'))('are CAdES, and their time stamps whole, to openssl', async () => {
    const { bytes } = pairOf(level)[1]
    for (const { kind, dictionary, content, cms } of readSignatures(await PDF.load(bytes), bytes)) {
      const value = dictionary.getString('Contents')?.bytes ?? new Uint8Array()
      const files = {
        content,
        value: value.subarray(0, 4 + ((value[2] ?? 0) << 8) + (value[3] ?? 0)),
        'root.pem': pem(ca.root),
      }
      const cades = [
        'cms',
        '-verify',
        '-inform',
        'DER',
        '-in',
        '{value}',
        '-content',
        '{content}',
        '-binary',
        '-purpose',
        'any',
        '-cades',
        '-out',
        '{out}',
      ]
      const stamp = ['ts', '-verify', '-data', '{content}', '-in', '{value}', '-token_in']
      const args = kind === 'signature' ? cades : stamp
      const said = await run('openssl', [...args, '-CAfile', '{root.pem}'], files)
      expect(said.status, said.output).toBe(0)
      const token = timestampIn(cms)
      if (!token) continue
      const own = cms.signer.unsignedAttrs?.attributes[0]?.values[0] as { toBER(): ArrayBuffer }
      const inner = {
        ...files,
        content: cms.signer.signature.valueBlock.valueHexView,
        value: new Uint8Array(own.toBER()),
      }
      expect((await run('openssl', [...stamp, '-CAfile', '{root.pem}'], inner)).status).toBe(0)
    }
  })
})
