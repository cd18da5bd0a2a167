import { PDF } from '@libpdf/core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestCa, type TestSigner, testCa } from '../testing/test-ca.ts'
import type { ChangeKind } from './changes/change.ts'
import { type IntegrityFault, isTrusted, isWhole, type PdfVerdict } from './pdf-verdict.ts'
import { CATALOG_ENTRIES, contentOf, OBJECT, PAGE, reportPdf, sameLooks, TRAILER } from './testing/report-pdf.ts'
import { signByAll, signReport } from './testing/sign-report.ts'
import { appendUpdate, type PdfObjects, stream, type UpdateOptions } from './testing/write-pdf.ts'
import { NoSignaturesError, VerifyError } from './verify-errors.ts'
import { verifyPdf } from './verify-pdf.ts'

let ca: TestCa
let signers: TestSigner[]
/** The file after none, one and two signatures. */
let revisions: Uint8Array[]
let signed: Uint8Array
beforeAll(async () => {
  ca = await testCa()
  signers = await Promise.all([ca.signer(), ca.signer({ name: 'Örjan Ängström', kind: 'rsa' })])
  revisions = await signByAll(ca, reportPdf(), signers, 'B-T')
  signed = revisions.at(-1) ?? new Uint8Array()
})
afterAll(() => ca.close())

const verify = (bytes: Uint8Array): PdfVerdict => verifyPdf(bytes, { roots: [ca.root] })

function flip(bytes: Uint8Array, offset: number, bit = 0): Uint8Array {
  const copy = Uint8Array.from(bytes)
  copy[offset] = (copy[offset] ?? 0) ^ (1 << bit)
  return copy
}

/** Not whole, or no longer trusted, or not a file that can be understood. */
function isFound(bytes: Uint8Array): boolean {
  try {
    const verdict = verify(bytes)
    return !(isWhole(verdict) && isTrusted(verdict))
  } catch (error) {
    if (error instanceof VerifyError) return true
    throw error
  }
}

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')
/** Where a word stands for the first time, and `more` bytes after that. */
const placeOf = (word: string, more = 0): number => {
  const at = text(signed).indexOf(word)
  if (at < 0) throw new Error(`no "${word}"`)
  return at + more
}
/** The catalog as it stands in the signed file. */
const catalogNow = (): string => `<< ${CATALOG_ENTRIES} >>`
const contents = (): { from: number; to: number }[] =>
  [...text(signed).matchAll(/\/Contents <([0-9A-Fa-f]+)>/g)].map(match => {
    const from = (match.index ?? 0) + '/Contents <'.length
    return { from, to: from + (match[1]?.length ?? 0) }
  })

describe('one flipped bit', () => {
  test('is found at 25 places spread over the file', () => {
    for (let i = 0; i < 25; i++) expect(isFound(flip(signed, Math.floor(((i + 0.5) * signed.length) / 25)))).toBe(true)
  })

  test('in the last signature, which no other covers, is found or changes nothing that is said', () => {
    const { from, to } = contents().at(-1) ?? { from: 0, to: 0 }
    const length = text(signed).slice(from, to).replace(/0+$/, '').length
    const genuine = verify(signed)
    let found = 0
    for (let i = 0; i < 40; i++) {
      const altered = flip(signed, from + Math.floor((i * length) / 40), i % 3)
      if (isFound(altered)) found += 1
      // A tag of ASN.1 that nobody reads: only the hash of the whole file, which the issuer keeps, tells.
      else expect(verify(altered)).toEqual(genuine)
    }
    expect(found).toBeGreaterThan(36)
  })

  test.each<[string, () => number, IntegrityFault]>([
    ['the page', () => placeOf('16 av 34'), 'digest-mismatch'],
    ['the metadata', () => placeOf('Rapport 2023</dc'), 'digest-mismatch'],
    ['the attachment', () => placeOf('fall;16', 5), 'digest-mismatch'],
    ['the room after the signature', () => (contents()[0]?.to ?? 0) - 40, 'padding'],
  ])('in %s is found in the first signature', (_, offset, fault) => {
    expect(verify(flip(signed, offset())).signatures[0]?.integrity).toContain(fault)
  })
})

type Update = [what: string, found: ChangeKind[], objects: PdfObjects, options?: Partial<UpdateOptions>]

const { page, content, xmp, filespec, attachment, form, catalog } = OBJECT
const note = '<< /Type /Annot /Subtype /FreeText /Rect [72 690 300 720] /Contents (34 av 34) /DA (/F1 12 Tf) >>'
const withAnnotation = PAGE.replace('12 0 R]', '12 0 R 90 0 R]')

const UPDATES: Update[] = [
  ['another text on the page', ['page'], { [content]: stream('', contentOf('34 av 34 personer')) }],
  ['the same text, written otherwise', ['page'], { [content]: sameLooks() }],
  ['the same object word for word', ['page'], { [content]: stream('', contentOf('16 av 34 personer')) }],
  ['the page shows what lay hidden', ['page'], { [page]: PAGE.replace('/Contents 4 0 R', '/Contents 13 0 R') }],
  ['hidden content in the place of what was shown', ['unclear'], {}, { pointed: new Map([[content, 0]]) }],
  ['a note over the text', ['annotation'], { [page]: withAnnotation, 90: note }],
  ['a note nobody refers to', ['annotation'], { 90: note }],
  ['a field taken off the page', ['annotation'], { [page]: PAGE.replace('10 0 R 11 0 R 12 0 R', '10 0 R') }],
  ['another attachment', ['attachment'], { [attachment]: stream('/Type /EmbeddedFile', 'fall;34') }],
  ['another file under the same name', ['attachment'], { [filespec]: '<< /Type /Filespec /F (data.csv) >>' }],
  ['other metadata', ['metadata'], { [xmp]: stream('/Type /Metadata /Subtype /XML', '<x/>') }],
  ['another title', ['object'], { 15: '<< /Title (Rapport 2024) >>' }],
  ['other information', ['metadata', 'object'], { 90: '<< >>' }, { trailer: '/Root 1 0 R /Info 90 0 R' }],
  [
    'a script when it opens',
    ['catalog'],
    { [catalog]: `<< ${CATALOG_ENTRIES} /OpenAction << /S /JavaScript /JS (x) >> >>` },
  ],
  [
    'another catalog',
    ['catalog', 'metadata'],
    { 90: `<< ${CATALOG_ENTRIES} >>` },
    { trailer: '/Root 90 0 R /Info 15 0 R' },
  ],
  [
    'another list of pages',
    ['page'],
    {
      [catalog]: `<< ${CATALOG_ENTRIES.replace('/Pages 2', '/Pages 90')} >>`,
      90: '<< /Type /Pages /Kids [3 0 R 3 0 R] /Count 2 >>',
    },
  ],
  [
    'a picture as evidence',
    ['page'],
    { [catalog]: `<< ${CATALOG_ENTRIES} /DSS << /Certs [4 0 R] >> >>`, [content]: stream('', contentOf('34')) },
  ],
  [
    'the page as evidence',
    ['page'],
    {
      [catalog]: `<< ${CATALOG_ENTRIES} /DSS << /VRI 3 0 R >> >>`,
      [page]: PAGE.replace('/Contents 4', '/Contents 13'),
    },
  ],
  ['a signature taken away', ['form'], { [form]: '<< /Fields [11 0 R 12 0 R] /SigFlags 3 >>' }],
  [
    'a field that says what another reads',
    ['form'],
    { [form]: '<< /Fields [10 0 R 11 0 R 12 0 R] /SigFlags 3 /NeedAppearances true >>' },
  ],
  [
    'another signature in a signed field',
    ['signature'],
    { 10: '<< /Type /Annot /Subtype /Widget /FT /Sig /T (Underskrift 1) /Rect [0 0 0 0] >>' },
  ],
  [
    'a waiting field laid over the page',
    ['form'],
    { 12: '<< /Type /Annot /Subtype /Widget /FT /Sig /T (Underskrift 3) /F 4 /P 3 0 R /Rect [0 0 595 842] >>' },
  ],
  ['an object taken away', ['page'], {}, { freed: [content] }],
  ['an object that no list names', ['unclear'], {}, { hidden: '4 0 obj\n<< >>\nendobj\n' }],
]

describe('an update after the signatures', () => {
  test.each(UPDATES)('%s is found', (_, found, objects, options = {}) => {
    const pointed = options.pointed && new Map([[content, placeOf('13 0 obj')]])
    const altered = appendUpdate(signed, objects, { trailer: TRAILER, ...options, ...(pointed && { pointed }) })
    const { signatures } = verify(altered)
    for (const { integrity, trust } of signatures) expect([...integrity, ...trust]).toEqual([])
    expect(signatures.slice(0, -1).flatMap(({ changes }) => changes)).toEqual([])
    expect(signatures.at(-1)?.changes.toSorted()).toEqual(found)
    expect(isWhole(verify(altered))).toBe(false)
  })

  test('that says nothing at all is no change', () => {
    expect(isWhole(verify(appendUpdate(signed, { [catalog]: catalogNow() }, { trailer: TRAILER })))).toBe(true)
  })

  test('that takes the form away leaves no signature to judge', () => {
    const bare = `<< ${CATALOG_ENTRIES.replace('/AcroForm 9 0 R', '')} >>`
    expect(() => verify(appendUpdate(signed, { [catalog]: bare }, { trailer: TRAILER }))).toThrow(NoSignaturesError)
  })

  test('by another program is found', async () => {
    const pdf = await PDF.load(signed)
    pdf.getPages()[0]?.drawText('999 999', { x: 100, y: 500, size: 12 })
    const { signatures } = verify(await pdf.save({ incremental: true }))
    expect(signatures[1]?.changes).toContain('page')
  })

  test('between two signatures is laid to the first', async () => {
    const altered = appendUpdate(
      revisions[1] ?? signed,
      { [content]: stream('', contentOf('34')) },
      { trailer: TRAILER },
    )
    const signer = signers[1]
    if (!signer) throw new Error('no signer')
    const { signatures } = verify(await signReport(ca, altered, { signer, number: 2 }))
    expect(signatures.map(({ changes }) => changes)).toEqual([['page'], []])
  })
})

describe('the end of the file', () => {
  test('bytes after it are counted', () => {
    const verdict = verify(Buffer.concat([signed, Buffer.from('% mer\n')]))
    expect([verdict.bytesAfterEnd, isWhole(verdict)]).toEqual([6, false])
  })

  test('cut back to the first signature it is whole by itself: only who issued it knows that there were two', () => {
    const verdict = verify(revisions[1] ?? signed)
    expect([isWhole(verdict), verdict.signatures.length]).toEqual([true, 1])
  })
})
