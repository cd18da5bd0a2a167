import { deflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestCa, testCa } from '../testing/test-ca.ts'
import { createVerifier, type Verifier } from './create-verifier.ts'
import { reportPdf } from './testing/report-pdf.ts'
import { signReport } from './testing/sign-report.ts'
import { stream, writePdf } from './testing/write-pdf.ts'
import { DamagedPdfError, VerifyBusyError, VerifyError, VerifyLimitError } from './verify-errors.ts'
import { verifyPdf } from './verify-pdf.ts'

const codeOf = (bytes: Uint8Array): string => {
  try {
    verifyPdf(bytes, { roots: [] })
    return 'verified'
  } catch (error) {
    if (error instanceof VerifyError) return error.code
    throw error
  }
}

const file = (text: string): Uint8Array => Buffer.from(text, 'latin1')
const CATALOG = '<< /Type /Catalog /Pages 2 0 R /AcroForm 3 0 R >>'
const PAGES = '<< /Type /Pages /Kids [] /Count 0 >>'
const withForm = (form: string | Uint8Array): Uint8Array => writePdf({ 1: CATALOG, 2: PAGES, 3: form }, '/Root 1 0 R')

/** Ends in a cross-reference stream that inflates to that many bytes. */
function xrefBomb(size: number): Uint8Array {
  const head = '%PDF-1.7\n'
  const data = deflateSync(Buffer.alloc(size))
  const dict = `/Type /XRef /W [1 4 1] /Size ${Math.floor(size / 6)} /Root 1 0 R /Filter /FlateDecode`
  const object = Buffer.concat([file('9 0 obj\n'), stream(dict, data), file('\nendobj\n')])
  return Buffer.concat([file(head), object, file(`startxref\n${head.length}\n%%EOF\n`)])
}

const DEEP = 100_000
const HOSTILE: [what: string, bytes: () => Uint8Array, code: string][] = [
  ['nothing', () => file(''), 'not-a-pdf'],
  ['a picture', () => file('\x89PNG\r\n'), 'not-a-pdf'],
  ['a PDF that does not begin at its beginning', () => Buffer.concat([file('x'), reportPdf()]), 'not-a-pdf'],
  ['a beginning and no more', () => file('%PDF-1.7\n'), 'pdf-damaged'],
  ['noise', () => Buffer.concat([file('%PDF-1.7\n'), Buffer.alloc(100_000, 0x5b)]), 'pdf-damaged'],
  ['half a file', () => reportPdf().subarray(0, 900), 'pdf-damaged'],
  [
    'cross-references that say they are many',
    () => file('%PDF-1.7\nxref\n0 9999999999\ntrailer\n<< >>\nstartxref\n9\n%%EOF\n'),
    'pdf-damaged',
  ],
  [
    'cross-references in a circle',
    () => file('%PDF-1.7\nxref\n0 0\ntrailer\n<< /Prev 9 >>\nstartxref\n9\n%%EOF\n'),
    'pdf-damaged',
  ],
  ['cross-references that are elsewhere', () => file('%PDF-1.7\nstartxref\n99999\n%%EOF\n'), 'pdf-damaged'],
  ['arrays without end', () => withForm('['.repeat(DEEP)), 'pdf-damaged'],
  ['dictionaries without end', () => withForm('<< /A '.repeat(DEEP)), 'pdf-damaged'],
  ['references in a circle', () => withForm('3 0 R'), 'pdf-damaged'],
  ['fields that hold themselves', () => withForm('<< /Fields [3 0 R] /Kids [3 0 R 3 0 R] >>'), 'pdf-damaged'],
  ['a stream whose length is itself', () => withForm('<< /Length 3 0 R >>\nstream\nx\nendstream'), 'pdf-damaged'],
  ['a password', () => writePdf({ 1: CATALOG, 2: PAGES, 3: '<< >>' }, '/Root 1 0 R /Encrypt 2 0 R'), 'pdf-password'],
  ['a decompression bomb', () => xrefBomb(200 * 2 ** 20), 'pdf-bomb'],
  ['no signature', () => reportPdf(), 'no-signatures'],
  ['more than any report', () => new Uint8Array(50 * 2 ** 20 + 1), 'file-too-large'],
]

describe('hostile bytes', () => {
  test.each(HOSTILE)('%s', (_, bytes, code) => {
    expect(codeOf(bytes())).toBe(code)
  })
})

describe('in processes of their own', () => {
  let ca: TestCa
  let signed: Uint8Array
  let verifier: Verifier
  beforeAll(async () => {
    ca = await testCa()
    signed = await signReport(ca, reportPdf(), { signer: await ca.signer() })
    verifier = createVerifier({ trust: async () => ({ roots: [ca.root] }) })
  })
  afterAll(async () => {
    await verifier.close()
    await ca.close()
  })

  test('a file gets the same verdict, and an error keeps its name', async () => {
    expect(await verifier.verify(signed)).toEqual(verifyPdf(signed, { roots: [ca.root] }))
    await expect(verifier.verify(reportPdf().subarray(0, 900))).rejects.toThrow(DamagedPdfError)
  })

  test('what takes too long is ended by name', async () => {
    const hasty = createVerifier({ trust: async () => ({ roots: [] }), limits: { time: 1, heap: 384 } })
    await expect(hasty.verify(signed)).rejects.toThrow(VerifyLimitError)
    await hasty.close()
  })

  test('two at once, some wait their turn, more are refused', async () => {
    const open: (() => void)[] = []
    let most = 0
    const run = () => {
      most = Math.max(most, open.length + 1)
      return new Promise<never>((_, reject) => open.push(() => reject(new DamagedPdfError('done'))))
    }
    const small = createVerifier({ trust: async () => ({ roots: [] }), concurrency: 2, waiting: 1, run })
    const asked = [1, 2, 3, 4].map(() => small.verify(signed).catch((error: unknown) => error))
    expect(await asked[3]).toBeInstanceOf(VerifyBusyError)
    while (open.length < 2) await new Promise(setImmediate)
    for (let done = 0; done < 3; done++) {
      while (open.length === 0) await new Promise(setImmediate)
      open.shift()?.()
    }
    for (const one of await Promise.all(asked.slice(0, 3))) expect(one).toBeInstanceOf(DamagedPdfError)
    expect(most).toBe(2)
  })
})
