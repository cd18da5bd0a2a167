import { describe, expect, test } from 'vitest'
import { type DocumentNode, walk } from '../../document-node.ts'
import type { Field } from '../field.ts'
import { rowKind } from '../row-kind.ts'
import { type Row, type StructuredSection, UNSTRUCTURED } from '../structured-section.ts'
import { fieldFacts } from './field-facts.ts'
import { printFields } from './print-fields.ts'
import { matrixOf } from './print-matrix.ts'
import { printOverview } from './print-overview.ts'
import { printRows } from './print-rows.ts'
import { printSection } from './print-section.ts'

const words = (nodes: DocumentNode[]): string[] => {
  const found: string[] = []
  for (const node of nodes) walk(node, ({ text }) => void (text && found.push(text)))
  return found
}
/** Tables as rows of cells. */
const cells = (nodes: DocumentNode[]): string[][][] =>
  nodes
    .filter(node => node.type === 'table')
    .map(table => (table.content ?? []).map(row => (row.content ?? []).map(cell => words([cell]).join(' '))))

const budget = rowKind.parse({
  key: 'budget',
  one: 'post',
  many: 'poster',
  heading: 'Driftbudget',
  fields: [
    { type: 'text', key: 'verksamhet', label: 'Verksamhet', required: true },
    { type: 'number', key: 'kostnad', label: 'Kostnad', unit: 'tkr', decimals: 0 },
    { type: 'number', key: 'intakt', label: 'Intäkt', unit: 'tkr', decimals: 0 },
    {
      type: 'computed',
      key: 'netto',
      label: 'Netto',
      unit: 'tkr',
      compute: { by: 'difference', of: ['intakt', 'kostnad'] },
    },
    { type: 'text', key: 'internt', label: 'Internt', internal: true },
  ],
  sums: ['kostnad', 'netto'],
  note: 'Kostnader är positiva.',
})

describe('a list', () => {
  const rows: Row[] = [
    { id: '1', values: { verksamhet: 'Äldreomsorg', kostnad: '8835', intakt: '1000', internt: 'hemligt' } },
    { id: '2', values: { kostnad: '165' } },
  ]

  test('is a table under its name, with units in the heads, sums, and its note', () => {
    const printed = printRows({ kind: budget, rows })
    expect(words(printed)[0]).toBe('Driftbudget')
    expect(cells(printed)).toEqual([
      [
        ['Verksamhet', 'Kostnad (tkr)', 'Intäkt (tkr)', 'Netto (tkr)'],
        ['Äldreomsorg', '8\u00a0835', '1\u00a0000', '\u22127\u00a0835'],
        ['Uppgift saknas', '165', '', ''],
        ['Summa', '9\u00a0000', '', '\u22127\u00a0835'],
      ],
    ])
    expect(words(printed).at(-1)).toBe('Kostnader är positiva.')
  })

  test('without rows is nothing', () => expect(printRows({ kind: budget, rows: [] })).toEqual([]))
})

test('fields: quotations first, short ones in a table, long ones under their name, what is asked for and missing named', () => {
  const fields: Field[] = [
    { type: 'text', key: 'svar', label: 'Svar', long: true },
    { type: 'date', key: 'dag', label: 'Dag' },
    { type: 'text', key: 'vem', label: 'Vem', required: true },
    { type: 'text', key: 'citat', label: 'Citat', quote: true },
    { type: 'text', key: 'tomt', label: 'Tomt' },
  ]
  const values = { svar: 'Första.\nAndra.', dag: '2024-03-01', citat: 'Bör införas.' }
  const printed = printFields(fields, values)
  expect(printed.map(node => node.type)).toEqual([
    'paragraph',
    'blockquote',
    'table',
    'paragraph',
    'paragraph',
    'paragraph',
  ])
  expect(cells(printed)).toEqual([
    [
      ['Dag', '1 mars 2024'],
      ['Vem', 'Uppgift saknas'],
    ],
  ])
  expect(words(printed).slice(-3)).toEqual(['Svar', 'Första.', 'Andra.'])
  expect(fieldFacts(fields, values)).toEqual([
    { label: 'Svar', text: 'Första.\nAndra.' },
    { label: 'Dag', text: '1 mars 2024' },
    { label: 'Citat', text: '”Bör införas.”' },
  ])
})

describe('what makes itself from the units', () => {
  const measures = rowKind.parse({
    key: 'planerad',
    one: 'åtgärd',
    many: 'åtgärder',
    heading: 'Planerat',
    measure: true,
    fields: [
      { type: 'text', key: 'atgard', label: 'Åtgärd' },
      { type: 'date', key: 'klart', label: 'Klart' },
      {
        type: 'choice',
        key: 'status',
        label: 'Status',
        options: [
          { key: 'klar', label: 'Klar' },
          { key: 'pagaende', label: 'Pågående' },
        ],
      },
    ],
  })
  const overview = {
    of: 'rekommendation',
    first: 'Rekommendation',
    columns: [
      { label: 'Svar', field: 'svar' },
      { label: 'Synpunkt', field: 'synpunkt' },
      { label: 'Status', measures: 'status' as const },
      { label: 'Nästa', measures: 'next-due' as const },
    ],
  }
  const unit = (n: number, head: boolean) => ({ id: `u${n}`, kind: 'rekommendation', listedIn: 's', head, n, of: 2 })
  const head = (n: number, values: Record<string, string>): StructuredSection => ({
    ...UNSTRUCTURED,
    number: `1.${n}`,
    heading: `Rekommendation ${n}`,
    fields: [
      { type: 'text', key: 'svar', label: 'Svar', required: true },
      { type: 'text', key: 'synpunkt', label: 'Synpunkt' },
    ],
    values,
    unit: unit(n, true),
  })
  const part = (n: number, rows: Record<string, string>[]): StructuredSection => ({
    ...UNSTRUCTURED,
    number: `1.${n}.1`,
    heading: 'Planerat',
    tables: [{ kind: measures, rows: rows.map((values, index) => ({ id: `${n}${index}`, values })) }],
    unit: unit(n, false),
  })

  test('counts the status of a unit’s åtgärder and names the next one that is not done', () => {
    const sections = [
      head(1, { svar: 'Ja' }),
      part(1, [
        { status: 'klar', klart: '2024-01-01' },
        { status: 'pagaende', klart: '2025-06-30' },
        { status: 'pagaende', klart: '2025-03-31' },
      ]),
      head(2, {}),
    ]
    expect(cells(printOverview(overview, sections))).toEqual([
      [
        ['Rekommendation', 'Svar', 'Synpunkt', 'Status', 'Nästa'],
        ['Rekommendation 1', 'Ja', '', 'Klar: 1, Pågående: 2', '31 mars 2025'],
        ['Rekommendation 2', 'Uppgift saknas', '', 'Inga åtgärder', ''],
      ],
    ])
  })

  test('of no units is nothing', () => expect(printOverview(overview, [])).toEqual([]))
})

test('rows of a group stand together with what they come to; the whole is the sum of all rows', () => {
  const kind = rowKind.parse({
    key: 'budget',
    one: 'post',
    many: 'poster',
    heading: 'Budget',
    fields: [
      { type: 'text', key: 'post', label: 'Post' },
      { type: 'text', key: 'grupp', label: 'Grupp' },
      { type: 'number', key: 'kostnad', label: 'Kostnad' },
      { type: 'number', key: 'intakt', label: 'Intäkt' },
    ],
    sums: ['kostnad', 'intakt'],
    groups: { by: 'grupp' },
  })
  const row = (post: string, grupp?: string, kostnad?: string): Row => ({
    id: post,
    values: { post, ...(grupp && { grupp }), ...(kostnad && { kostnad }) },
  })
  const rows = [
    row('a', 'Vård', '1'),
    row('b', undefined, '10'),
    row('c', 'Skola', '100'),
    row('d', 'Vård', '0.5'),
    row('e', 'Skola'),
  ]
  // No row has a revenue: its column is left out, and it comes to nothing rather than 0.
  expect(cells(printRows({ kind, rows }))[0]?.map(line => line.join('|'))).toEqual([
    'Post|Grupp|Kostnad',
    'a|Vård|1',
    'd|Vård|0,5',
    'Summa Vård||1,5',
    'c|Skola|100',
    'e|Skola|',
    'Summa Skola||100',
    'b||10',
    'Summa||111,5',
  ])
  const single = cells(printRows({ kind, rows: [row('a', 'Vård', '1'), row('b', 'Skola', '2')] }))[0]
  expect(single?.map(([first]) => first)).toEqual(['Post', 'a', 'b', 'Summa'])
})

test('a matrix shows where each row lies, highest on top, and leaves out what has no value', () => {
  const step = (key: string): Field => ({ type: 'number', key, label: key, min: 1, max: 4 })
  const kind = rowKind.parse({
    key: 'risk',
    one: 'risk',
    many: 'risker',
    heading: 'Risker',
    fields: [step('sannolikhet'), step('konsekvens')],
    matrix: { rows: 'sannolikhet', columns: 'konsekvens' },
  })
  const at = (sannolikhet?: string, konsekvens?: string) => ({
    id: `${sannolikhet}${konsekvens}`,
    values: { ...(sannolikhet && { sannolikhet }), ...(konsekvens && { konsekvens }) },
  })
  const rows = [at('4', '1'), at('2', '3'), at('2', '3'), at('2')]
  const matrix = matrixOf({ kind, rows })
  expect(matrix?.cells[0]?.[0]).toEqual({ row: '4', column: '1', numbers: [1] })
  expect(matrix?.cells[2]?.[2]).toEqual({ row: '2', column: '3', numbers: [2, 3] })
  expect(matrix?.cells.flat().flatMap(cell => cell.numbers)).toEqual([1, 2, 3])
  const [list = [], drawn = []] = cells(printRows({ kind, rows }))
  expect(list.map(([number]) => number)).toEqual(['Nr', '1', '2', '3', '4'])
  expect(drawn[3]).toEqual(['2', '2, låg –', '4, låg –', '6, låg Nr 2, 3', '8, låg –'])
  const tones: unknown[] = []
  for (const node of printRows({ kind, rows })) walk(node, ({ attrs }) => void (attrs?.tone && tones.push(attrs.tone)))
  expect(tones).toEqual(
    [4, 3, 2, 1].flatMap(row =>
      [1, 2, 3, 4].map(column => (row * column >= 12 ? 'high' : row * column >= 9 ? 'raised' : 'low')),
    ),
  )
})

test('a section prints its fields, then its text, then its lists', () => {
  const section: StructuredSection = {
    ...UNSTRUCTURED,
    number: '1',
    heading: 'Ekonomi',
    fields: [{ type: 'text', key: 'period', label: 'Period' }],
    values: { period: 'november' },
    tables: [{ kind: budget, rows: [{ id: '1', values: { verksamhet: 'Hemtjänst' } }] }],
  }
  const written = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Kommentar.' }] }] }
  const { content = [] } = printSection(section, written, [section])
  expect(words(content)).toEqual(expect.arrayContaining(['november', 'Kommentar.', 'Hemtjänst']))
  const order = words(content)
  expect(order.indexOf('november')).toBeLessThan(order.indexOf('Kommentar.'))
  expect(order.indexOf('Kommentar.')).toBeLessThan(order.indexOf('Hemtjänst'))
})
