import { expect, test } from 'vitest'
import { EMPTY_FIGURES } from '#editor/core/figure.ts'
import { doc, h, note, p, table, td, th } from '../testing/nodes.ts'
import { sampleReport } from '../testing/sample-report.ts'
import { csvBytes } from './csv.ts'
import { sourceFiles } from './source-files.ts'
import { typedTableRows } from './typed-table.ts'

const incidents = table(
  [th('Enhet', { rowspan: 2 }), th('Avvikelser', { colspan: 2 })],
  [th('2022'), th('2023')],
  [th('Ekliden; norr'), td('1\u00a0234'), td([p('\u22123,5', note('Räknat på nytt.'))])],
  [td('=SUMMA(A1)'), td([p('två'), p('stycken')], { colspan: 2 })],
)

test('a heading stands over every column that it spans, a value once, and no note among the figures', () => {
  expect(typedTableRows(incidents, EMPTY_FIGURES)).toEqual([
    ['Enhet', 'Avvikelser', 'Avvikelser'],
    ['Enhet', '2022', '2023'],
    ['Ekliden; norr', '1234', '-3,5'],
    ['=SUMMA(A1)', 'två\nstycken', ''],
  ])
})

test('a figure in the text of a cell is there as it is printed', () => {
  const { resolved } = sampleReport()
  const [key = ''] = Object.keys(resolved.data.figures)
  const { indicatorId, kind, period, gender } = resolved.data.figures[key] ?? {}
  const bound = { type: 'boundNumber', attrs: { indicatorId, kind, period, gender, form: 'value' } }
  const [[printed = ''] = []] = typedTableRows(table([td([p('Andel: ', bound)])]), resolved.data)
  expect(printed).toMatch(/^Andel: .*\d/)
})

test('a report carries it beside the live ones, named after the heading that it stands under', () => {
  const { resolved } = sampleReport()
  const [first] = resolved.sections
  if (!first) throw new Error('the sample has no section')
  const content = doc(p('Text.'), incidents, h(4, 'Per enhet och år'), incidents, table())
  resolved.sections = [{ ...first, number: '3.1', heading: 'Avvikelser', content, notApplicableReason: null }]
  const files = sourceFiles(resolved).filter(({ name }) => name.startsWith('tabell-'))
  expect(files.map(({ name }) => name)).toEqual([
    'tabell-001-3.1-avvikelser.csv',
    'tabell-002-3.1-per-enhet-och-ar.csv',
  ])
  expect(files.map(({ description }) => description)).toEqual([
    'Tabellen under ”Avvikelser”, avsnitt 3.1 Avvikelser, som den är skriven',
    'Tabellen under ”Per enhet och år”, avsnitt 3.1 Avvikelser, som den är skriven',
  ])
  expect(files[0]).toMatchObject({ mediaType: 'text/csv', relationship: 'Data' })
  expect(files[0]?.bytes).toEqual(csvBytes(typedTableRows(incidents, resolved.data)))
  expect(new TextDecoder().decode(files[0]?.bytes)).toContain(
    `"Ekliden; norr";1234;-3,5\r\n'=SUMMA(A1);"två\nstycken";\r\n`,
  )
})
