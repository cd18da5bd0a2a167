import { expect, test } from 'vitest'
import { docxParts } from '#editor/docx/testing/docx-parts.ts'
import { pdfText } from '#editor/pdf/testing/pdf-text.ts'
import { renderDocx } from './render-docx.ts'
import { renderHtmlFile } from './render-html-file.ts'
import { renderPdf } from './render-pdf.ts'
import { expectConformant } from './testing/conformance/expect-conformant.ts'
import { doc, p } from './testing/nodes.ts'
import { sampleReport } from './testing/sample-report.ts'

/** As a tjänsteskrivelse begins. */
function shortDocument() {
  const { resolved, images } = sampleReport()
  resolved.report.opening = 'head'
  resolved.report.template.name = 'Tjänsteskrivelse'
  resolved.sections = resolved.sections.slice(0, 2).map(section => ({ ...section, content: doc(p('Ett stycke.')) }))
  return { resolved, images }
}

test('its PDF has a head, the text and the number of the page on one page, and no contents', async () => {
  const { resolved, images } = shortDocument()
  const bytes = await renderPdf(resolved, images)
  expectConformant(bytes, resolved.report.title)
  const pages = await pdfText(bytes)
  expect(pages).toHaveLength(1)
  for (const text of ['Tjänsteskrivelse', resolved.report.diaryNumber, 'Ett stycke.', 'Sida 1 av 1'])
    expect(pages[0]).toContain(text)
  expect(pages[0]).not.toContain('Innehåll')
  // The running head would say it twice.
  expect(pages[0]?.split(resolved.organisation.name)).toHaveLength(2)
})

test('its following pages have the running head', async () => {
  const { resolved, images } = shortDocument()
  const paragraphs = Array.from({ length: 60 }, (_, n) => p(`Stycke ${n + 1}, som är ett av många.`))
  resolved.sections = resolved.sections.map(section => ({ ...section, content: doc(...paragraphs) }))
  const [, second, ...more] = await pdfText(await renderPdf(resolved, images))
  expect(second).toContain(`${resolved.organisation.name} · ${resolved.board.name}`)
  expect(second).toContain(`Sida 2 av ${more.length + 2}`)
})

test('its Word and HTML files have no contents either', async () => {
  const { resolved, images } = shortDocument()
  const word = docxParts(await renderDocx(resolved, images)).get('word/document.xml') ?? ''
  expect(word).toContain(resolved.report.title)
  expect(word).not.toMatch(/TOC|Innehåll|w:br w:type="page"/)
  const html = renderHtmlFile(resolved, images)
  expect(html).toContain(resolved.report.title)
  expect(html).not.toContain('<nav')
})
