import { PDF, PdfArray, PdfName, PdfNumber } from '@libpdf/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SignatureInvalidError } from '../errors.ts'
import { reportToSign } from '../testing/report-to-sign.ts'
import { signAs } from '../testing/sign-as.ts'
import { type TestCa, type TestSigner, testCa } from '../testing/test-ca.ts'
import { IDENTITY_KEY } from './identity-record.ts'
import { readSignatures } from './read-signatures.ts'
import { requireValid } from './require-valid.ts'

let ca: TestCa
let signer: TestSigner
let unsigned: Uint8Array
let signed: Uint8Array

beforeAll(async () => {
  ca = await testCa()
  signer = await ca.signer({ kind: 'rsa' })
  unsigned = await reportToSign()
  signed = (await signAs(1, signer.signer, { bytes: unsigned, level: 'B-T', timestamps: ca.timestamps })).bytes
})
afterAll(() => ca.close())

async function check(after: Uint8Array, change: Partial<Parameters<typeof requireValid>[1]> = {}) {
  const before = after.subarray(0, unsigned.length)
  return requireValid(await PDF.load(after), {
    before,
    after,
    field: 'underskrift-1',
    certificate: signer.certificate,
    ...change,
  })
}

const flipped = (at: number): Uint8Array => signed.map((byte, index) => (index === at ? byte ^ 1 : byte))
const placeOf = (text: string): number => Buffer.from(signed).lastIndexOf(text, undefined, 'latin1')

test('a file that was signed holds, and says when it was stamped', async () => {
  expect(await check(signed)).toBeInstanceOf(Date)
})

test('one bit is enough: in a page, in what was added, in who signed, in the value, after it', async () => {
  const [own] = readSignatures(await PDF.load(signed), signed)
  const value = Buffer.from(own?.cms.signer.signature.valueBlock.valueHexView ?? []).toString('hex')
  const places = {
    page: 2000,
    metadata: placeOf('pdfuaid:part>1') + 13,
    identity: placeOf(IDENTITY_KEY) + IDENTITY_KEY.length + 12,
    value: Buffer.from(signed).toString('latin1').toLowerCase().indexOf(value) + 20,
    end: signed.length - 60,
  }
  for (const [name, at] of Object.entries(places)) {
    expect(at, name).toBeGreaterThan(100)
    await expect(check(flipped(at)), name).rejects.toThrow(SignatureInvalidError)
  }
})

test('a file that does not begin with what was signed is not the one', async () => {
  const before = unsigned.map((byte, index) => (index === 500 ? byte ^ 1 : byte))
  await expect(check(signed, { before })).rejects.toThrow('not kept as it was')
})

test('a signature by another key, or in another field, is not the one', async () => {
  const other = await ca.signer()
  await expect(check(signed, { certificate: other.certificate })).rejects.toThrow('not by this key')
  await expect(check(signed, { field: 'underskrift-2' })).rejects.toThrow('not by this key')
})

test('a signature that stood there before is not the new one', async () => {
  await expect(check(signed, { before: signed })).rejects.toThrow('does not cover what it adds')
})

test('a signature that cannot be seen, or does not say who signed, is refused', async () => {
  const hidden = await PDF.load(signed)
  const widget = hidden.getForm()?.getSignatureFields()[0]?.getDict()
  widget?.set('Rect', new PdfArray([0, 0, 0, 0].map(part => PdfNumber.of(part))))
  await expect(check(await hidden.save({ incremental: true }))).rejects.toThrow('cannot be seen')
  const nameless = await PDF.load(signed)
  nameless.getForm()?.getSignatureFields()[0]?.getSignatureDict()?.delete(PdfName.of(IDENTITY_KEY))
  const changed = await nameless.save({ incremental: true })
  await expect(check(changed)).rejects.toThrow('does not say who signed')
})
