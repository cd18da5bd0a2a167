import { expect, test } from 'vitest'
import { plainText } from '#editor/blocks/plain-text.ts'
import { sampleFigures } from '#editor/core/testing/sample-figures.ts'
import { withFigureAppendix } from './figure-appendix.ts'
import { sampleReport } from './testing/sample-report.ts'

const NBSP = '\u00a0'

test('every figure of the report stands in the appendix, with its value and where it came from', () => {
  const { resolved } = sampleReport()
  const { sections } = withFigureAppendix(resolved)
  const last = sections.at(-1)
  expect(sections).toHaveLength(resolved.sections.length + 1)
  const rows = last?.content.content
    ?.filter(({ type }) => type === 'table')
    .flatMap(table => table.content?.slice(1) ?? [])
  expect(rows).toHaveLength(Object.keys(resolved.data.figures).length)
})

test('says of how many, what the source says of the value, and what was asked for', () => {
  const { data } = sampleFigures(
    { decimals: 1 },
    { value: '47.06', numerator: '16', denominator: '34', note: 'Ny enkät' },
    { value: null },
  )
  const [first] = Object.values(data.figures)
  if (first) first.passport = { ...first.passport, method: 'kolada', fileName: null, query: '/data/kpi/U1' }
  const { sections } = withFigureAppendix({ ...sampleReport().resolved, data })
  const text = plainText(sections.at(-1)?.content ?? { type: 'doc' }, { data, imageUrl: () => '' })
  expect(text).toContain(`Prov, Mått, 2023\n47,1${NBSP}%\n16 av 34. Ny enkät`)
  expect(text).toContain('Prov, Mått, 2022\nuppgift saknas')
  expect(text).toContain('hämtat från Kolada')
  expect(text).toContain('Fråga: /data/kpi/U1')
})

test('a report without figures has none', () => {
  const report = { ...sampleReport().resolved, data: { indicators: {}, figures: {} } }
  expect(withFigureAppendix(report)).toBe(report)
})
