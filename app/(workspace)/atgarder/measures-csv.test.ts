import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import type { Measure } from '#server/measures/list-measures.ts'
import { measuresCsv } from './measures-csv.ts'

const measure: Measure = {
  id: 'm',
  text: 'Säg "hej"; skriv\nen rad till',
  role: '=HYPERLINK("http://x")',
  due: '2025-12-31',
  status: 'pagaende',
  overdue: true,
  followUp: { result: 'uppnadd', date: '2025-11-30', text: 'Det gick bra' },
  boardName: 'Nämnden',
  reportId: 'r',
  reportTitle: 'Svar',
  templateKey: 'revisionssvar',
  lockedAt: null,
  sectionId: 's',
  sectionHeading: 'Planerade åtgärder',
  mayWrite: true,
}

test('every cell comes back as it was, and none is a formula', () => {
  const text = [...measuresCsv([measure], 'https://x.se')].join('')
  expect(text.startsWith('\uFEFFÅtgärd;')).toBe(true)
  const rows: string[][] = parse(text, { delimiter: ';', bom: true, record_delimiter: '\r\n' })
  expect(rows[1]).toEqual([
    measure.text,
    `'${measure.role}`,
    '2025-12-31',
    'Pågående',
    'ja',
    'Uppnådd effekt',
    '2025-11-30',
    'Det gick bra',
    'Nämnden',
    'Svar',
    'Planerade åtgärder',
    'https://x.se/rapporter/r#avsnitt-s',
  ])
})
