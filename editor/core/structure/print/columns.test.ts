import { describe, expect, test } from 'vitest'
import { coverFacts } from '../../cover-facts.ts'
import { type DocumentNode, walk } from '../../document-node.ts'
import type { ResolvedReport } from '../../resolved-report.ts'
import { rowKind } from '../row-kind.ts'
import { type StructuredSection, UNSTRUCTURED } from '../structured-section.ts'
import { columnsOf, columnText } from './columns.ts'
import { printSection } from './print-section.ts'

const words = (node: DocumentNode): string[] => {
  const found: string[] = []
  walk(node, ({ text }) => void (text && found.push(text)))
  return found
}

const indicator = rowKind.parse({
  key: 'indikator',
  one: 'indikator',
  many: 'indikatorer',
  heading: 'Indikatorer',
  fields: [
    { type: 'text', key: 'indikator', label: 'Indikator', required: true },
    { type: 'text', key: 'delgrupp', label: 'Delgrupp' },
    {
      type: 'choice',
      key: 'maltyp',
      label: 'Mål',
      options: [
        { key: 'tal', label: 'Ett tal' },
        { key: 'oka', label: 'Öka' },
      ],
    },
    { type: 'number', key: 'malvarde', label: 'Målvärde', required: { field: 'maltyp', is: ['tal'] } },
    { type: 'period', key: 'malar', label: 'Målår' },
    { type: 'text', key: 'kolada', label: 'Kolada-id', internal: true },
  ],
  together: [{ label: 'Mål', of: ['maltyp', 'malvarde', 'malar', 'kolada'] }],
})

describe('columns of a printed list', () => {
  const rowsOf = (...all: Record<string, string>[]) => all.map((values, index) => ({ id: String(index), values }))
  const print = (...all: Record<string, string>[]) => {
    const rows = rowsOf(...all)
    const columns = columnsOf({ kind: indicator, rows })
    return [
      columns.map(({ head }) => head),
      ...rows.map(({ values }) => columns.map(column => columnText(indicator.fields, column, values))),
    ]
  }

  test('join what is read together, with periods in brackets, and leave out what nobody says', () => {
    expect(
      print(
        { indikator: 'Matsvinn', maltyp: 'tal', malvarde: '100.5', malar: '2027', kolada: 'U1' },
        { indikator: 'Platser', maltyp: 'oka', malar: '2024-K2' },
        { indikator: 'Rutiner', malar: '2027' },
      ),
    ).toEqual([
      ['Indikator', 'Mål'],
      ['Matsvinn', 'Ett tal, 100,5 (2027)'],
      ['Platser', 'Öka (kvartal 2 2024)'],
      ['Rutiner', '2027'],
    ])
  })

  test('name what is missing in a joined cell, and keep a column that one row fills', () => {
    expect(print({ maltyp: 'tal', malar: '2027' }, { indikator: 'Platser', delgrupp: 'kvinnor' })).toEqual([
      ['Indikator', 'Delgrupp', 'Mål'],
      ['Uppgift saknas', '', 'Ett tal, Målvärde saknas (2027)'],
      ['Platser', 'kvinnor', ''],
    ])
  })
})

test('what the heading of a unit says, or of a section with one list, is not said again', () => {
  const section: StructuredSection = {
    ...UNSTRUCTURED,
    number: '3.1',
    heading: 'Mål 1: Trygghet',
    fields: [
      { type: 'text', key: 'mal', label: 'Mål' },
      { type: 'text', key: 'maltext', label: 'Måltext', long: true },
    ],
    values: { mal: 'Trygghet', maltext: 'Alla är trygga.' },
    unit: { id: 'u', kind: 'mal', listedIn: 's', head: true, n: 1, of: 1 },
  }
  const nothing: DocumentNode = { type: 'doc' }
  expect(words(printSection(section, nothing, []))).toEqual(['Måltext', 'Alla är trygga.'])
  expect(words(printSection({ ...section, unit: null }, nothing, []))).toContain('Trygghet')
  const tables = [{ kind: indicator, rows: [{ id: '1', values: { indikator: 'Matsvinn' } }] }]
  const list = { ...UNSTRUCTURED, number: '4', heading: 'Indikatorer', tables }
  // One column is no table, but points below the heading.
  expect(words(printSection(list, nothing, []))).toEqual(['Matsvinn'])
  expect(words(printSection({ ...list, heading: 'Annat' }, nothing, []))[0]).toBe('Indikatorer')
})

test('the cover has one line of each name: a field of the report goes before what every report has', () => {
  const report = {
    diaryNumber: null,
    date: '2026-11-22',
    year: 2023,
    facts: [{ label: 'Datum', text: '9 januari 2024' }],
  }
  const facts = coverFacts({ report, board: { name: '', administration: '' } } as unknown as ResolvedReport)
  expect(facts.filter(({ label }) => label === 'Datum')).toEqual([{ label: 'Datum', text: '9 januari 2024' }])
  expect(facts.map(({ label }) => label)).toContain('Avser år')
})
