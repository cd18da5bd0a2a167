import { beforeAll, describe, expect, it } from 'vitest'
import { plainText } from '#editor/blocks/plain-text.ts'
import { type PdfObject, pageContents, pdfObjects } from '#editor/pdf/testing/pdf-objects.ts'
import { pdfText } from '#editor/pdf/testing/pdf-text.ts'
import { MissingGlyphError } from '#editor/pdf/text/missing-glyph-error.ts'
import { typeset } from '#editor/pdf/text/typeset.ts'
import { type RenderProgress, renderPdf } from './render-pdf.ts'
import { expectConformant } from './testing/conformance/expect-conformant.ts'
import { findViolations } from './testing/conformance/find-violations.ts'
import { doc, grid, link, p, td } from './testing/nodes.ts'
import { sampleReport } from './testing/sample-report.ts'

const words = (text: string): string => typeset(text).replace(/[\s\u00a0\u00ad]+/g, '')

/** The sample with other text in its sections, the rest of them empty. */
function reportOf(...contents: ReturnType<typeof doc>[]) {
  const { resolved, images } = sampleReport()
  resolved.sections = resolved.sections.map((section, index) => ({ ...section, content: contents[index] ?? doc() }))
  return { resolved, images }
}

describe('the sample report as PDF', () => {
  const { resolved, images } = sampleReport()
  let bytes: Uint8Array
  let objects: Map<string, PdfObject>
  let pages: string[]

  beforeAll(async () => {
    bytes = await renderPdf(resolved, images)
    objects = pdfObjects(bytes)
    pages = await pdfText(bytes)
  }, 120_000)

  it('prints every word and figure of every section, in order', () => {
    const printed = words(pages.join('\n'))
    let position = 0
    for (const section of resolved.sections) {
      const heading = words(`${section.number} ${section.heading}`)
      const last = printed.lastIndexOf(heading)
      expect(last, heading).toBeGreaterThan(position)
      position = last
      if (section.notApplicableReason !== null) continue
      const noted = JSON.stringify(section.content).includes('"footnote"')
      for (const line of plainText(section.content, { data: resolved.data, imageUrl: () => '' }).split(/[\n\t]/))
        if (!noted && !line.startsWith('[Bild:')) expect(printed).toContain(words(line))
    }
  })

  it('gives the page of every section in the contents', () => {
    const entries = words(pages[1] ?? '')
    for (const { number, heading } of resolved.sections) {
      const page = pages.findIndex((text, index) => index > 1 && words(text).includes(words(`${number} ${heading}`)))
      expect(entries).toContain(words(`${number} ${heading} ${page + 1}`))
    }
  })

  it('has its cover ahead where that is asked for: a file of its own, drawn as in the whole, which stays the same', async () => {
    const told: RenderProgress[] = []
    const again = await renderPdf(resolved, images, progress => told.push(progress), { firstPage: true })
    expect(Buffer.from(again).equals(Buffer.from(bytes))).toBe(true)
    const ahead = told.flatMap(({ firstPage }) => firstPage ?? [])
    expect(ahead).toHaveLength(1)
    for (const file of ahead) {
      expect(findViolations(file)).toEqual([])
      expect(pageContents(pdfObjects(file))).toEqual(pageContents(objects).slice(0, 1))
      expect(await pdfText(file)).toEqual(pages.slice(0, 1))
    }
  }, 60_000)

  it('repeats heads of tables, and counts the pages', () => {
    const head = words('Enhet Månad Läkemedel Fall Övriga Antal Andel (%)')
    const repeated = pages.filter(text => words(text).includes('LäkemedelFallÖvriga'))
    expect(repeated.length, head).toBeGreaterThan(2)
    for (const [index, text] of pages.entries())
      if (index > 0) expect(text).toContain(`Sida ${index + 1} av ${pages.length}`)
  })

  it('numbers the notes and lists them at the end', () => {
    expect(words(pages.slice(-2).join(''))).toContain('Noter1.')
    expect(pages.at(-1)).toContain('19. Källa')
  })

  it('is PDF/UA-1 and PDF/A-3a', () => {
    expectConformant(bytes, resolved.report.title)
  })

  it('tags heads of rows and columns, spans, notes and alternative texts', () => {
    const source = [...objects.values()].map(({ dictionary }) => dictionary).join('\n')
    for (const entry of [
      '/Scope /Column',
      '/Scope /Row',
      '/RowSpan 6',
      '/ColSpan 3',
      '/S /Note',
      '/S /TOCI',
      '/S /Figure',
    ])
      expect(source).toContain(entry)
    expect(source).toContain('/Alt ')
  })
})

describe('renderPdf', () => {
  it('refuses signs that no font of ours has, and says where they stand', async () => {
    const { resolved, images } = reportOf(doc(p('Klart \u{1f600}')), doc(p('\u{f0b7} punkt')))
    const error: unknown = await renderPdf(resolved, images).catch(reason => reason)
    expect(error).toBeInstanceOf(MissingGlyphError)
    expect((error as MissingGlyphError).missing).toEqual([
      { sign: '\u{1f600}', codePoint: 'U+1F600', sections: ['1 Inledning'] },
      { sign: '\u{f0b7}', codePoint: 'U+F0B7', sections: ['2 Sammanfattning'] },
    ])
  })

  it('keeps sections without text on a few pages', async () => {
    const { resolved, images } = reportOf()
    expect((await pdfText(await renderPdf(resolved, images))).length).toBeLessThan(7)
  }, 30_000)

  it('breaks words and addresses that are longer than a line, without hyphens in the text', async () => {
    const word = 'patientsäkerhetsberättelsearbetsgruppssammanträdesprotokoll'
    const address = `https://www.socialstyrelsen.se/${'kunskapsstod/'.repeat(12)}`
    const head = Array.from({ length: 9 }, (_, index) => `${word}${index}`)
    const { resolved, images } = reportOf(doc(p(link(address, address)), grid(head, [head])))
    const printed = words((await pdfText(await renderPdf(resolved, images))).join('\n'))
    expect(printed).toContain(address)
    for (const text of head) expect(printed).toContain(text)
  }, 30_000)

  it('cuts a row that is taller than a page, and only such a row', async () => {
    const long = Array.from({ length: 30 }, (_, index) => p(`Stycke ${index}. ${'Ord '.repeat(120)}`))
    const { resolved, images } = reportOf(
      doc({ type: 'table', content: [{ type: 'tableRow', content: [td(long), td('kort')] }] }),
    )
    const printed = words((await pdfText(await renderPdf(resolved, images))).join('\n'))
    for (const index of long.keys()) expect(printed).toContain(`Stycke${index}.`)
  }, 30_000)

  it('prints content that a merge left outside its place', async () => {
    const { resolved, images } = reportOf(
      doc({ type: 'tableRow', content: [td('lös cell')] }, { type: 'listItem', content: [p('lös punkt')] }, td('lös')),
    )
    expect(words((await pdfText(await renderPdf(resolved, images))).join(''))).toContain('löscelllöspunktlös')
  }, 30_000)
})
