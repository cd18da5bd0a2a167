import { expect, test } from 'vitest'
import type { ResolvedReport } from '#editor/core/resolved-report.ts'
import { pdfFaults } from '#editor/pdf/testing/pdf-faults.ts'
import { pageContents, pdfObjects } from '#editor/pdf/testing/pdf-objects.ts'
import { pdfText } from '#editor/pdf/testing/pdf-text.ts'
import { type RenderProgress, renderPdf } from './render-pdf.ts'
import { doc, note, p } from './testing/nodes.ts'
import { sampleReport } from './testing/sample-report.ts'

const { resolved, images } = sampleReport()
resolved.report.opening = 'head'

/** The file, and what was shown ahead of it. */
async function rendered(report: ResolvedReport): Promise<{ whole: Uint8Array; ahead: Uint8Array[] }> {
  const told: RenderProgress[] = []
  const whole = await renderPdf(report, images, progress => told.push(progress), { firstPage: true })
  return { whole, ahead: told.flatMap(({ firstPage }) => firstPage ?? []) }
}

/** What is drawn on the first page, without its running lines, which are drawn last. */
function firstDrawing(bytes: Uint8Array): string | undefined {
  const [drawing = ''] = pageContents(pdfObjects(bytes))
  return drawing.slice(0, drawing.search(/\/Artifact <<[^>]*\/Subtype \/(Header|Footer)/))
}

const withSections = (sections: ResolvedReport['sections']): ResolvedReport => ({ ...resolved, sections })
const sectionOf = (...paragraphs: ReturnType<typeof p>[]) =>
  resolved.sections.slice(0, 1).map(section => ({ ...section, content: doc(...paragraphs) }))
const letters = 'Varje enhet följer upp sina avvikelser varje månad och redovisar dem för nämnden. '

test('without a cover it is drawn as in the whole, and says its number but not how many there are', async () => {
  const begins = [0, 2, 5, 19].map(at => [...resolved.sections.slice(at), ...resolved.sections.slice(0, at)])
  for (const sections of begins) {
    const { whole, ahead } = await rendered(withSections(sections))
    expect(ahead).toHaveLength(1)
    for (const file of ahead) {
      expect(pdfFaults(file)).toEqual([])
      expect(firstDrawing(file)).toBe(firstDrawing(whole))
      const [first = '', ...others] = await pdfText(whole)
      expect(first).toContain(`Sida 1 av ${others.length + 1}`)
      expect(await pdfText(file)).toEqual([first.replace(/Sida 1 av \d+/, 'Sida 1')])
    }
  }
}, 120_000)

test('it is cut where the whole cuts it, in a long paragraph too, and no notes come before their time', async () => {
  const long = Array.from({ length: 60 }, (_, n) => p(letters.repeat(n % 7 || 40), note(`Källa ${n + 1}.`)))
  const { whole, ahead } = await rendered(withSections(sectionOf(...long)))
  expect(ahead).toHaveLength(1)
  for (const file of ahead) expect(firstDrawing(file)).toBe(firstDrawing(whole))
}, 60_000)

test('of what is soon there as a whole nothing is shown ahead', async () => {
  for (const count of [0, 1, 30]) {
    const { ahead } = await rendered(
      withSections(sectionOf(...Array.from({ length: count }, () => p(letters.repeat(3))))),
    )
    expect(ahead).toEqual([])
  }
}, 60_000)
