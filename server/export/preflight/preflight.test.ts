import { describe, expect, it } from 'vitest'
import type { DocumentNode } from '#editor/core/document-node.ts'
import type { ResolvedReport } from '#editor/core/resolved-report.ts'
import { doc, grid, image, indicatorTable, p } from '../testing/nodes.ts'
import { SAMPLE_IMAGE } from '../testing/sample-content.ts'
import { sampleReport } from '../testing/sample-report.ts'
import { preflight } from './preflight.ts'

/** The sample with other text in its first sections, the rest of them empty. */
function reportOf(...contents: DocumentNode[]): ResolvedReport {
  const { resolved } = sampleReport()
  resolved.sections = resolved.sections.map((section, index) => ({ ...section, content: contents[index] ?? doc() }))
  return resolved
}

const internalPdf = { format: 'pdf', audience: 'internal' } as const
const short = (report: ResolvedReport, wish: Parameters<typeof preflight>[1] = internalPdf) =>
  preflight(report, wish).map(({ rule, level, sectionId }) => [
    rule,
    level,
    report.sections.findIndex(({ id }) => id === sectionId),
  ])

it('says nothing of a report that can be printed as it looks', () => {
  const { resolved } = sampleReport()
  resolved.images[SAMPLE_IMAGE] = { id: SAMPLE_IMAGE, sha256: '', mediaType: 'image/png', width: 1200, height: 600 }
  expect(preflight(resolved, internalPdf)).toEqual([])
})

it('stops a PDF with a sign that its font lacks, and names sign and section; other files may have it', () => {
  const report = reportOf(doc(p('Bra')), doc(p('Bra \u{1f600} och \u{1f680}')))
  const [finding] = preflight(report, internalPdf)
  expect(finding).toMatchObject({ level: 'stop', sectionId: report.sections[1]?.id })
  expect(finding?.message).toContain('\u{1f600} (U+1F600), \u{1f680} (U+1F680)')
  expect(short(report, { format: 'html', audience: 'internal' })).toEqual([])
})

it('finds the sign on the cover too', () => {
  const report = reportOf()
  report.report.title = 'Rapport \u{1f600}'
  expect(short(report)).toEqual([['missing-glyph', 'stop', -1]])
})

describe('pictures', () => {
  it.each([
    [945, 0],
    [944, 1],
  ])('%i pixels wide: %i findings', (width, count) => {
    const report = reportOf(doc(image(SAMPLE_IMAGE, 'Årshjul')))
    report.images[SAMPLE_IMAGE] = { id: SAMPLE_IMAGE, sha256: '', mediaType: 'image/png', width, height: 100 }
    const found = preflight(report, internalPdf)
    expect(found).toHaveLength(count)
    if (count) expect(found[0]?.message).toContain('”Årshjul”')
  })

  it('without words are named in every format, and stop none', () => {
    const report = reportOf(doc(image(SAMPLE_IMAGE, ' ')))
    for (const format of ['docx', 'html'] as const)
      expect(short(report, { format, audience: 'internal' })).toEqual([['image-alt', 'warning', 0]])
  })
})

it('names a table without headers, and stops none for it', () => {
  const headless = JSON.parse(JSON.stringify(grid(['Enhet'], [['Björken']])).replaceAll('"tableHeader"', '"tableCell"'))
  expect(short(reportOf(doc(), doc(headless)))).toEqual([['table-head', 'warning', 1]])
})

it('names a table that is too wide even for a page that lies, and none that has room there', () => {
  const row = (columns: number) => Array.from({ length: columns }, (_, i) => `Förvaltningsmått${i}`)
  const table = (columns: number) => grid(row(columns), [row(columns)])
  expect(short(reportOf(doc(table(8)), doc(table(14))))).toEqual([['wide-table', 'warning', 1]])
})

it('says of a joint answer that the figures of others stay', () => {
  const report: ResolvedReport = { ...reportOf(), joint: { answers: [], recommendations: [] } }
  expect(short(report, { format: 'pdf', audience: 'public' })).toEqual([['withheld-figures', 'warning', -1]])
  expect(short(report)).toEqual([])
})

it('asks somebody to read the sections that show what a public version leaves out', () => {
  const report = reportOf(doc(p('Utan siffror')), doc(indicatorTable(['senior-alert.1'], 2023, 'Prov')))
  const figure = report.data.figures['senior-alert.1|result|2023|T']
  const indicator = report.data.indicators['senior-alert.1']
  if (!figure || !indicator) throw new Error('the sample has it')
  Object.assign(figure, { numerator: '2', denominator: '4' })
  indicator.smallNumber = 5
  expect(short(report)).toEqual([])
  const [finding, ...rest] = preflight(report, { format: 'html', audience: 'public' })
  expect(rest).toEqual([])
  expect(finding).toMatchObject({ rule: 'withheld-figures', level: 'warning', sectionId: report.sections[1]?.id })
  expect(finding?.message).toContain(indicator.name)
})
