import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import type { SigningPage } from '#editor/core/signing-page.ts'
import { pdfText } from '#editor/pdf/testing/pdf-text.ts'
import { MissingGlyphError } from '#editor/pdf/text/missing-glyph-error.ts'
import { renderPdf } from './render-pdf.ts'
import { expectConformant } from './testing/conformance/expect-conformant.ts'
import { doc, p } from './testing/nodes.ts'
import { renderApart } from './testing/render-request.ts'
import { sampleReport } from './testing/sample-report.ts'

const PEOPLE = [
  { capacity: 'Föredragande', name: 'Åsa Öberg', title: 'Medicinskt ansvarig sjuksköterska' },
  { capacity: 'Ordförande', name: 'Örjan Ängström-Lindqvist', title: 'Ordförande i nämnden' },
]

const signingPage = (count: number): SigningPage => ({
  version: 3,
  code: '7KQM2RXAP4TW',
  verifyUrl: 'https://samskrift.exempelkommun.se/verifiera/7KQM2RXAP4TW',
  signers: Array.from({ length: count }, (_, index) => ({
    field: `underskrift-${index + 1}`,
    ...(PEOPLE[index % 2] as (typeof PEOPLE)[number]),
  })),
})

function shortReport() {
  const { resolved, images } = sampleReport()
  resolved.report.status = 'locked'
  resolved.sections = resolved.sections.slice(0, 2).map(section => ({ ...section, content: doc(p('Ett stycke.')) }))
  return { resolved, images }
}

const render = (count: number): Promise<Uint8Array> => {
  const { resolved, images } = shortReport()
  return renderPdf(resolved, images, undefined, { signing: signingPage(count) })
}

/** The fields as another program sees them. */
async function fieldsOf(bytes: Uint8Array) {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const annotations = await (await pdf.getPage(pdf.numPages)).getAnnotations()
  await pdf.destroy()
  return annotations.filter(({ subtype }) => subtype === 'Widget')
}

test.each([1, 3, 8])('the last page has a tagged, empty field for each of %i who sign', async count => {
  const bytes = await render(count)
  expectConformant(bytes, 'Patientsäkerhetsberättelse 2023')
  const fields = await fieldsOf(bytes)
  expect(fields.map(({ fieldName }) => fieldName)).toEqual(signingPage(count).signers.map(({ field }) => field))
  for (const { fieldType, alternativeText, rect } of fields) {
    expect(fieldType).toBe('Sig')
    expect(alternativeText).toMatch(/^Underskrift, (Föredragande: Åsa Öberg|Ordförande: Örjan)/)
    const [left, bottom, right, top] = rect as [number, number, number, number]
    expect(right - left).toBeGreaterThan(200)
    expect(top - bottom).toBeGreaterThan(38)
  }
})

test('it says what is signed, by whom, and where anybody can verify it', async () => {
  const pages = await pdfText(await render(2))
  const last = pages.at(-1) ?? ''
  for (const text of [
    'Patientsäkerhetsberättelse 2023',
    'VON/2024:18',
    'Vård- och omsorgsnämnden',
    'Åsa Öberg',
    'Medicinskt ansvarig sjuksköterska',
    'Ordförande i nämnden',
    'https://samskrift.exempelkommun.se/verifiera/7KQM2RXAP4TW',
    '7KQM 2RXA P4TW',
  ])
    expect(last).toContain(text)
  expect(pages[1]).toContain(`Underskrifter ${pages.length}`)
  expect(Buffer.from(await render(1)).toString('latin1')).toMatch(/\/S \/Figure[\s\S]{0,60}\/Alt/)
})

test('an address and a title that are longer than a line stay in their columns, and can be copied whole', async () => {
  const { resolved, images } = shortReport()
  const host = 'samskrift.vard-och-omsorgsforvaltningen.exempelkopingskommunforbund.se'
  const title = 'Verksamhetsutvecklingsstrategsamordningsansvarig'
  const signing = { ...signingPage(1), verifyUrl: `https://${host}/verifiera/7KQM2RXAP4TW` }
  signing.signers = signing.signers.map(signer => ({ ...signer, title }))
  const bytes = await renderPdf(resolved, images, undefined, { signing })
  expectConformant(bytes, 'Patientsäkerhetsberättelse 2023')
  const last = (await pdfText(bytes)).at(-1)?.replaceAll(/[\s\u00ad]/g, '')
  expect(last).toContain(signing.verifyUrl)
  expect(last).toContain(title)
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const { items } = await (await pdf.getPage(pdf.numPages)).getTextContent()
  await pdf.destroy()
  const texts = items.flatMap(item => ('str' in item && item.str.trim() ? [item] : []))
  const pieces = texts.filter(({ str }) => title.includes(str.replace(/[\u00ad-]$/, '')))
  const [field] = await fieldsOf(bytes)
  expect(pieces.length).toBeGreaterThan(1)
  for (const { transform, width } of pieces) expect(transform[4] + width).toBeLessThan(field.rect[0])
  for (const { transform, width } of texts) expect(transform[4] + width).toBeLessThan(595.28 - 71 + 1)
})

test('the page is made in a process of its own as well', async () => {
  const { resolved, images } = shortReport()
  const request = { format: 'pdf' as const, figures: false, resolved, images, signing: signingPage(2) }
  const bytes = await renderApart(request)
  expect((await fieldsOf(bytes)).map(({ fieldName }) => fieldName)).toEqual(['underskrift-1', 'underskrift-2'])
}, 60_000)

test('a file that nobody signs has neither page nor form', async () => {
  const { resolved, images } = shortReport()
  const bytes = await renderPdf(resolved, images)
  expect(Buffer.from(bytes).toString('latin1')).not.toContain('/AcroForm')
  expect((await pdfText(bytes)).join('')).not.toContain('Underskrifter')
})

test('a name that cannot be drawn stops the file and says where', async () => {
  const { resolved, images } = shortReport()
  const signing = signingPage(1)
  signing.signers = signing.signers.map(signer => ({ ...signer, name: 'Li 李' }))
  const error: unknown = await renderPdf(resolved, images, undefined, { signing }).catch(reason => reason)
  expect(error).toBeInstanceOf(MissingGlyphError)
  expect((error as MissingGlyphError).missing).toEqual([
    { sign: '李', codePoint: 'U+674E', sections: ['Underskrifter'] },
  ])
})
