import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, it, test } from 'vitest'
import type { DocumentNode } from '#editor/core/document-node.ts'
import { pdfText } from '#editor/pdf/testing/pdf-text.ts'
import { renderPdf } from './render-pdf.ts'
import { expectConformant } from './testing/conformance/expect-conformant.ts'
import { doc, grid, h, p } from './testing/nodes.ts'
import { sampleReport } from './testing/sample-report.ts'

/** Width and height of each page, points. */
async function sizes(bytes: Uint8Array): Promise<('stands' | 'lies')[]> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const found: ('stands' | 'lies')[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const [, , width = 0, height = 0] = (await pdf.getPage(number)).view
    found.push(width > height ? 'lies' : 'stands')
  }
  await pdf.destroy()
  return found
}

async function print(content: DocumentNode, status: 'draft' | 'locked' = 'locked') {
  const { resolved, images } = sampleReport()
  resolved.report.status = status
  resolved.sections = resolved.sections.slice(0, 2).map((section, index) => ({
    ...section,
    level: 1,
    content: index === 0 ? content : doc(p('Nästa avsnitt.')),
  }))
  const bytes = await renderPdf(resolved, images)
  expectConformant(bytes, resolved.report.title)
  return { bytes, pages: await pdfText(bytes), sizes: await sizes(bytes), resolved }
}

const HEAD = Array.from({ length: 14 }, (_, i) => `Period${i + 1}`)
const wide = (rows: number) =>
  grid(
    HEAD,
    Array.from({ length: rows }, (_, row) => HEAD.map((_, column) => `${row + 1}${String(column).padStart(3, '0')}`)),
  )

test('a table that is too wide goes on pages that lie, with its heading, and the text goes on after it', async () => {
  const content = doc(p('Före tabellen.'), h(4, 'Alla mått'), wide(60), p('Efter tabellen.'))
  const { pages, sizes: found, resolved } = await print(content)
  const lying = found.flatMap((size, index) => (size === 'lies' ? [index] : []))
  expect(lying.length).toBeGreaterThan(1)
  expect(lying.at(-1)).toBe((lying[0] ?? 0) + lying.length - 1)
  const [first = 0] = lying
  expect(pages[first - 1]).toContain('Före tabellen.')
  expect(pages[first - 1]).not.toContain('Alla mått')
  expect(pages[first]).toContain('Alla mått')
  // The head comes again, whole, and so do the running lines.
  for (const index of lying) {
    expect(pages[index]).toContain('Period14')
    expect(pages[index]).toContain(resolved.report.diaryNumber)
    expect(pages[index]).toContain(`Sida ${index + 1} av ${pages.length}`)
  }
  const after = pages[first + lying.length]
  expect(after).toContain('Efter tabellen.')
  expect(after).toContain('Nästa avsnitt.')
  for (let row = 1; row <= 60; row++) expect(pages.join('\n')).toContain(`${row}000`)
}, 60_000)

test('a table that has room stays among the text', async () => {
  const { sizes: found } = await print(doc(p('Före.'), grid(['a', 'b'], [['1', '2']]), p('Efter.')))
  expect(found).not.toContain('lies')
}, 60_000)

test('an author ends a page, and two ends make no empty one', async () => {
  const pageBreak = { type: 'pageBreak' }
  const { pages } = await print(doc(pageBreak, p('Första.'), pageBreak, pageBreak, p('Andra.'), pageBreak))
  const at = (text: string) => pages.findIndex((page, index) => index > 1 && page.includes(text))
  expect(at('Andra.')).toBe(at('Första.') + 1)
  expect(at('Nästa avsnitt.')).toBe(at('Andra.') + 1)
  expect(pages).toHaveLength(at('Nästa avsnitt.') + 1)
}, 60_000)

it.each([
  ['draft', true],
  ['locked', false],
] as const)(
  'says UTKAST across every page of what is no more than a draft: %s',
  async (status, marked) => {
    const { pages } = await print(doc(wide(5)), status)
    for (const [index, page] of pages.entries()) {
      const found = page.split('UTKAST').length - 1
      // The running head says it too, and the cover in words.
      if (marked) expect(found, `page ${index + 1}`).toBeGreaterThan(1)
      else expect(found).toBe(0)
    }
  },
  60_000,
)
