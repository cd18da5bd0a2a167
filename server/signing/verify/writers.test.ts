import { deflateSync } from 'node:zlib'
import { PDF } from '@libpdf/core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestCa, testCa } from '../testing/test-ca.ts'
import { isTrusted, isWhole, type PdfVerdict } from './pdf-verdict.ts'
import { contentOf, OBJECT } from './testing/report-pdf.ts'
import { signByAll } from './testing/sign-report.ts'
import { appendUpdate, type PdfObjects, stream } from './testing/write-pdf.ts'
import { verifyPdf } from './verify-pdf.ts'

const HEAD = Buffer.from('%PDF-1.7\n')
const PACKED: PdfObjects = {
  1: '<< /Type /Catalog /Pages 2 0 R /AcroForm 9 0 R >>',
  2: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Annots [10 0 R 11 0 R] /Resources << >> >>',
  9: '<< /Fields [10 0 R 11 0 R] >>',
  10: '<< /Type /Annot /Subtype /Widget /FT /Sig /T (Underskrift 1) /F 4 /P 3 0 R /Rect [50 100 300 160] >>',
  11: '<< /Type /Annot /Subtype /Widget /FT /Sig /T (Underskrift 2) /F 4 /P 3 0 R /Rect [50 200 300 260] >>',
}

/** Its objects packed in a stream, its cross-references in another, rows by the predictor "Up": as Word writes files. */
function packedPdf(): Uint8Array {
  const nums = Object.keys(PACKED).map(Number)
  const bodies = nums.map(num => `${PACKED[num]} `)
  const starts = bodies.map((_, i) => bodies.slice(0, i).join('').length)
  const table = `${nums.map((num, i) => `${num} ${starts[i]}`).join(' ')} `
  const packed = deflateSync(table + bodies.join(''))
  const object = (num: number, value: Uint8Array): Buffer =>
    Buffer.concat([Buffer.from(`${num} 0 obj\n`), value, Buffer.from('\nendobj\n')])
  const content = object(4, stream('', contentOf('16 av 34 personer')))
  const container = `/Type /ObjStm /N ${nums.length} /First ${table.length} /Filter /FlateDecode`
  const before = Buffer.concat([HEAD, content, object(20, stream(container, packed))])
  const rows = Array.from({ length: 22 }, (_, num) => {
    const row = Buffer.alloc(6)
    const index = nums.indexOf(num)
    const offset = { 4: HEAD.length, 20: HEAD.length + content.length, 21: before.length }[num]
    if (index >= 0) row.writeUIntBE(20, 1, 4)
    else if (offset) row.writeUIntBE(offset, 1, 4)
    row[0] = index >= 0 ? 2 : offset ? 1 : 0
    row[5] = Math.max(0, index)
    return row
  })
  const up = rows.map((row, i) => Buffer.from([2, ...row.map((byte, at) => (byte - (rows[i - 1]?.[at] ?? 0)) & 0xff)]))
  const dict = `/Type /XRef /W [1 4 1] /Size 22 /Root 1 0 R /ID [<00> <00>] /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 6 >>`
  const xref = object(21, stream(dict, deflateSync(Buffer.concat(up))))
  return Buffer.concat([before, xref, Buffer.from(`startxref\n${before.length}\n%%EOF\n`)])
}

let ca: TestCa
let signed: Uint8Array
beforeAll(async () => {
  ca = await testCa()
  const signers = [await ca.signer(), await ca.signer({ kind: 'rsa' })]
  signed = (await signByAll(ca, packedPdf(), signers, 'B-LTA')).at(-1) ?? new Uint8Array()
})
afterAll(() => ca.close())

const verify = (bytes: Uint8Array): PdfVerdict => verifyPdf(bytes, { roots: [ca.root] })

describe('a file with packed objects and cross-reference streams', () => {
  test('is whole after two signatures', () => {
    const verdict = verify(signed)
    expect(verdict.signatures.map(({ integrity, trust, changes }) => [...integrity, ...trust, ...changes])).toEqual([
      [],
      [],
      [],
      [],
    ])
    expect([isWhole(verdict), isTrusted(verdict)]).toEqual([true, true])
  })

  test.each<[string, PdfObjects]>([
    ['another text', { [OBJECT.content]: stream('', contentOf('34 av 34 personer')) }],
    [
      'a page that was packed',
      { 3: `${PACKED[3]}`.replace('/Contents 4 0 R', '/Contents 90 0 R'), 90: stream('', '') },
    ],
    ['the stream that packs', { 20: stream('/Type /ObjStm /N 0 /First 0', '') }],
  ])('does not hide %s', (_, objects) => {
    const altered = appendUpdate(signed, objects, { trailer: '/Root 1 0 R /ID [<00> <00>]' })
    let whole = false
    try {
      whole = isWhole(verify(altered))
    } catch (error) {
      expect(error).toMatchObject({ code: expect.stringMatching(/^(pdf-damaged|no-signatures)$/) })
    }
    expect(whole).toBe(false)
  })

  test('is read as another program reads it', async () => {
    expect((await PDF.load(packedPdf())).getPages()).toHaveLength(1)
  })
})
