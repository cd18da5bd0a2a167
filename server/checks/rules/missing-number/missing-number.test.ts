import { expect, test } from 'vitest'
import type { Indicator } from '#editor/core/figure.ts'
import { sampleFigures } from '#editor/core/testing/sample-figures.ts'
import { sampleReport } from '../../../export/testing/sample-report.ts'
import { missingNumber } from './missing-number.ts'

/** What is said of a report whose first section has a sentence with the number. */
function said(
  indicator: Partial<Indicator>,
  form: string,
  values: (string | null)[],
  notApplicableReason: string | null,
) {
  const { data, ref } = sampleFigures({ unit: 'count', ...indicator }, ...values)
  const { resolved } = sampleReport()
  const [first] = resolved.sections
  if (!first) throw new Error('the sample has sections')
  const number = { type: 'boundNumber', attrs: { ...ref, form } }
  const content = {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Det har ' }, number] }],
  }
  return missingNumber
    .run({ ...resolved, data, sections: [{ ...first, content, notApplicableReason }] })
    .map(({ level, message }) => [level, message])
}
const BREAK = { breaks: [{ period: '2023-04', note: 'nytt system' }] }

test('a sentence that compares across a break in the series stops the lock, and is told apart from a missing figure', () => {
  expect(said({}, 'changed', ['456', '243'], null)).toEqual([])
  expect(said(BREAK, 'unit', ['456', '243'], null)).toEqual([])
  const [[level, message] = [], ...others] = said(BREAK, 'changed', ['456', '243'], null)
  expect(others).toEqual([])
  expect(level).toBe('stop')
  expect(message).toContain('över ett brott i tidsserien: ”Det har [jämförs inte: serien bröts april 2023]”')
  expect(said({}, 'changed', ['456', null], null)[0]?.[1]).toContain('inte finns någon uppgift för')
  expect(said(BREAK, 'changed', ['456', '243'], 'Görs inte i kommunen.')).toEqual([])
})
