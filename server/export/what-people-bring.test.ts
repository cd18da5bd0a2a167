import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { jpegChannels, rgbPictures } from '#editor/pdf/pictures/rgb-pictures.ts'
import { pdfObjects } from '#editor/pdf/testing/pdf-objects.ts'
import { pdfText } from '#editor/pdf/testing/pdf-text.ts'
import { renderPdf } from './render-pdf.ts'
import { structureRoles } from './testing/conformance/expect-conformant.ts'
import { findViolations } from './testing/conformance/find-violations.ts'
import { doc, image, link, note, p, table, td, th } from './testing/nodes.ts'
import { sampleCmykJpeg } from './testing/sample-cmyk-jpeg.ts'
import { SAMPLE_IMAGE } from './testing/sample-content.ts'
import { sampleReport } from './testing/sample-report.ts'

// Content that a report can get although the standards do not allow it in a file as it is.

/** A report of one section. */
function reportOf(content: ReturnType<typeof doc>) {
  const { resolved, images } = sampleReport()
  resolved.report.status = 'locked'
  resolved.sections = resolved.sections.slice(0, 1).map(section => ({ ...section, content }))
  return { resolved, images }
}

const render = ({ resolved, images }: ReturnType<typeof reportOf>): Promise<Uint8Array> => renderPdf(resolved, images)

test('a picture for print is printed in RGB, and a logo too', async () => {
  const bytes = sampleCmykJpeg()
  expect(jpegChannels(bytes)).toBe(4)
  const report = reportOf(doc(p('Före'), image(SAMPLE_IMAGE, 'Bild')))
  const mediaType = 'image/jpeg'
  const size = { width: 8, height: 8 }
  report.resolved.images = { [SAMPLE_IMAGE]: { id: SAMPLE_IMAGE, sha256: '0'.repeat(64), mediaType, ...size } }
  report.images.set(SAMPLE_IMAGE, bytes)
  const logo = { mediaType, base64: Buffer.from(bytes).toString('base64'), alt: 'Vapen', ...size } as const
  report.resolved.organisation.profile = { accent: '#1f3a5f', logo, foot: '', pageFormat: 'A4' }
  const file = await render(report)
  expect(findViolations(file)).toEqual([])
  expect(structureRoles(file).filter(role => role === 'Figure')).toHaveLength(2)
  expect(report.images.get(SAMPLE_IMAGE)).toBe(bytes)
})

test('a picture for print has no more pixels than paper shows of it, each time the same', async () => {
  const size = { width: 2400, height: 1800 }
  const report = reportOf(doc(image(SAMPLE_IMAGE, 'Bild')))
  const mediaType = 'image/jpeg'
  report.resolved.images = { [SAMPLE_IMAGE]: { id: SAMPLE_IMAGE, sha256: '0'.repeat(64), mediaType, ...size } }
  report.images.set(SAMPLE_IMAGE, sampleCmykJpeg(size.width, size.height))
  const file = await render(report)
  expect(findViolations(file)).toEqual([])
  const pictures = [...pdfObjects(file).values()].filter(({ dictionary }) => dictionary.includes('/Subtype /Image'))
  expect(pictures).toHaveLength(1)
  // 160 mm at 300 pixels per inch.
  expect(pictures[0]?.dictionary).toMatch(/\/Width 1889\s[\s\S]*\/Height 1417\s/)
  const [once, twice] = await Promise.all([rgbPictures(report), rgbPictures(report)])
  expect(once.images.get(SAMPLE_IMAGE)).toEqual(twice.images.get(SAMPLE_IMAGE))
})

test('a damaged picture for print is missing, and the rest is printed', async () => {
  const report = reportOf(doc(p('Före'), image(SAMPLE_IMAGE, 'Bild')))
  const found = { id: SAMPLE_IMAGE, sha256: '0'.repeat(64), mediaType: 'image/jpeg', width: 8, height: 8 } as const
  report.resolved.images = { [SAMPLE_IMAGE]: found }
  const bytes = sampleCmykJpeg()
  // Its frame can be read, and what comes after the frame cannot.
  const tables = Buffer.from(bytes).indexOf(Buffer.from([0xff, 0xc4]))
  bytes[tables + 1] = 0x02
  report.images.set(SAMPLE_IMAGE, bytes)
  const file = await render(report)
  expect(findViolations(file)).toEqual([])
  expect((await pdfText(file)).join('')).toContain('Bilden saknas.')
})

test('an address with other letters than ASCII leads to where browsers go', async () => {
  const address = 'https://exempel.se/bilagor/årsrapport vård.pdf'
  const file = await render(reportOf(doc(p('Se ', link('bilagan', address), note('Även här.')))))
  expect(findViolations(file)).toEqual([])
  const pdf = await getDocument({ data: new Uint8Array(file), verbosity: 0 }).promise
  const annotations = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => (await pdf.getPage(index + 1)).getAnnotations()),
  )
  await pdf.destroy()
  expect(annotations.flat().flatMap(({ url }) => url ?? [])).toEqual([
    'https://exempel.se/bilagor/%C3%A5rsrapport%20v%C3%A5rd.pdf',
  ])
})

test('a description of a picture that is longer than a string may be is cut', async () => {
  expect(findViolations(await render(reportOf(doc(image(SAMPLE_IMAGE, 'ö '.repeat(20_000))))))).toEqual([])
})

test('a picture that nobody has described says so', async () => {
  expect(findViolations(await render(reportOf(doc(image(SAMPLE_IMAGE, ' ')))))).toEqual([])
})

test('a row of header cells further down is about what comes below it', async () => {
  const content = doc(table([td('Enhet'), td('Antal')], [th('Norra'), th('Södra')], [td('1'), td('2')]))
  const [broken = ''] = findViolations(await render(reportOf(content)))
  // The first row has nobody to say what it is about: that is the author's to mend.
  expect(broken).toMatch(/^M 15 .* 2: TD/)
})
