import { chartData, chartFixture } from '#editor/blocks/chart/fixture.ts'
import type { DocumentNode } from '#editor/core/document-node.ts'
import type { ResolvedReport } from '#editor/core/resolved-report.ts'
import { UNSTRUCTURED } from '#editor/core/structure/structured-section.ts'
import { doc, note, p, table, td, th } from '#server/export/testing/nodes.ts'
import { sampleReport } from '#server/export/testing/sample-report.ts'

export const SIZE = { words: 45_000, sections: 30, tables: 60, charts: 10, notes: 36 }

const WORDS =
  'vården följer upp avvikelser och risker tillsammans med medarbetare patienter närstående under året resultatet visar att arbetet behöver stärkas'.split(
    ' ',
  )
const PARAGRAPH = 75

const words = (from: number): string =>
  Array.from({ length: PARAGRAPH }, (_, i) => WORDS[(from + i * 7) % WORDS.length]).join(' ')

/** 14 rows of 6 figures under a merged head. */
const figures = (seed: number): DocumentNode =>
  table(
    [th('Enhet', { rowspan: 2 }), th('Avvikelser', { colspan: 3 }), th('Utredda', { colspan: 3 })],
    ['2021', '2022', '2023', '2021', '2022', '2023'].map(year => th(year)),
    ...Array.from({ length: 14 }, (_, row) => [
      th(`Enhet ${row + 1}`),
      ...Array.from({ length: 6 }, (_, column) => td(String((seed * 31 + row * 7 + column * 13) % 1000))),
    ]),
  )

function content(index: number): DocumentNode {
  const { sections, tables, charts, notes } = SIZE
  const blocks = Array.from({ length: SIZE.words / sections / PARAGRAPH }, (_, i) => p(words(index + i)))
  for (let t = 0; t < tables / sections; t++) blocks.splice(4 + t * 8, 0, figures(index * 2 + t))
  if (index < charts) blocks.splice(2, 0, chartFixture)
  if (index < notes) blocks.push(p(words(index).slice(0, 40), note(`Källa ${index + 1}.`)))
  return doc(...blocks)
}

/** A report of the size that the figures of `bench/` speak of. */
export function largeResolved(): { resolved: ResolvedReport; images: Map<string, Uint8Array> } {
  const { resolved, images } = sampleReport()
  const [first] = resolved.sections
  if (!first) throw new Error('the sample has no section')
  const sections = Array.from({ length: SIZE.sections }, (_, index) => ({
    ...first,
    ...UNSTRUCTURED,
    id: `6f1f6f0e-0000-4000-9000-${String(index).padStart(12, '0')}`,
    level: 1 as const,
    number: String(index + 1),
    heading: `Avsnitt ${index + 1}`,
    notApplicableReason: null,
    written: content(index),
    content: content(index),
  }))
  return { resolved: { ...resolved, sections, data: chartData }, images }
}
