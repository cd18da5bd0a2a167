import { describe, expect, test } from 'vitest'
import { conflictsOf } from './bounds.ts'
import { isRequired } from './compute.ts'
import type { Field, Values } from './field.ts'
import { addMonths, periodSpan } from './period-span.ts'
import { rowKind } from './row-kind.ts'
import { rowNeed, unmetNeeds } from './row-need.ts'
import { type StructuredSection, UNSTRUCTURED } from './structured-section.ts'

const fields: Field[] = [
  { type: 'number', key: 'urval', label: 'Urval' },
  { type: 'number', key: 'avvikelser', label: 'Avvikelser', most: [{ field: 'urval', level: 'stop' }] },
  { type: 'period', key: 'period', label: 'Period', most: [{ field: 'beslut' }] },
  { type: 'date', key: 'utford', label: 'Utförd', least: [{ field: 'period' }] },
  { type: 'date', key: 'beslut', label: 'Beslut' },
  { type: 'date', key: 'klart', label: 'Klart', most: [{ field: 'svar', in: 'report', plus: { months: 24 } }] },
]
const report = { fields: [{ type: 'date', key: 'svar', label: 'Svar senast' }] as Field[], values: {} as Values }
const conflicts = (values: Values, ofReport: Values = {}) =>
  fields.flatMap(field =>
    conflictsOf(field, { own: { fields, values }, report: { ...report, values: ofReport }, sections: [] }),
  )

test('a period has its first and its last day', () => {
  expect(['2024', '2024-02', '2024-K2', '2024-H2', '2024-01-05/2024-08-31'].map(periodSpan)).toEqual([
    { start: '2024-01-01', end: '2024-12-31' },
    { start: '2024-02-01', end: '2024-02-29' },
    { start: '2024-04-01', end: '2024-06-30' },
    { start: '2024-07-01', end: '2024-12-31' },
    { start: '2024-01-05', end: '2024-08-31' },
  ])
})

test('months later is the same day, or the month’s last', () => {
  expect([addMonths('2024-01-31', 1), addMonths('2024-11-30', 3), addMonths('2024-03-31', -13)]).toEqual([
    '2024-02-29',
    '2025-02-28',
    '2023-02-28',
  ])
})

describe('a field beside another', () => {
  test('is measured as what it is, and the same is enough', () => {
    expect(conflicts({ urval: '10', avvikelser: '10' })).toEqual([])
    expect(conflicts({ urval: '9.5', avvikelser: '10' })).toEqual([
      { level: 'stop', message: 'Avvikelser (10) får inte vara större än Urval (9,5).' },
    ])
    expect(conflicts({ period: '2024-K1', utford: '2024-03-31', beslut: '2024-03-31' })).toEqual([])
    expect(conflicts({ period: '2024', utford: '2024-12-30', beslut: '2024-05-01' })).toEqual([
      { level: 'warning', message: 'Period (2024) är för sent mot Beslut (1 maj 2024): senast 1 maj 2024.' },
      {
        level: 'warning',
        message: 'Utförd (30 december 2024) är för tidigt mot Period (2024): tidigast 31 december 2024.',
      },
    ])
  })

  test('of the report may be so much later, to the day', () => {
    expect(conflicts({ klart: '2028-02-29' }, { svar: '2026-02-28' })).toEqual([
      {
        level: 'warning',
        message:
          'Klart (29 februari 2028) är för sent mot Svar senast (28 februari 2026) plus 24 månader: senast 28 februari 2028.',
      },
    ])
    expect(conflicts({ klart: '2028-02-28' }, { svar: '2026-02-28' })).toEqual([])
  })

  test('says nothing while either is missing', () => {
    expect(conflicts({ avvikelser: '10', utford: '2020-01-01', klart: '2099-01-01' })).toEqual([])
  })
})

test('a field is asked for where a number lies above', () => {
  const field: Field = { type: 'text', key: 'varfor', label: 'Varför', required: { field: 'avvikelser', above: 0 } }
  expect(
    [undefined, '0', '0.5'].map(value => isRequired(field, value === undefined ? {} : { avvikelser: value })),
  ).toEqual([false, false, true])
})

describe('an answer that asks for rows', () => {
  const kind = rowKind.parse({
    key: 'atgard',
    one: 'åtgärd',
    many: 'åtgärder',
    heading: 'Åtgärder',
    fields: [{ type: 'role', key: 'ansvarig', label: 'Ansvarig roll' }],
  })
  const need = rowNeed.parse({ when: { field: 'avvikelser', above: 0 }, rows: ['atgard'], with: ['ansvarig'] })
  const unit = { id: 'u', kind: 'moment', listedIn: 's', n: 1, of: 1 }
  const section = (change: Partial<StructuredSection>): StructuredSection => ({
    ...UNSTRUCTURED,
    number: '1',
    heading: 'Moment',
    ...change,
  })
  const head = (avvikelser: string) =>
    section({ fields, values: { avvikelser }, needs: [need], unit: { ...unit, head: true } })
  const part = (rows: Values[]) =>
    section({
      tables: [{ kind, rows: rows.map((values, n) => ({ id: `${n}`, values })) }],
      unit: { ...unit, head: false },
    })

  test('finds them in all parts of the unit, filled in, and in no other unit', () => {
    const unmet = (avvikelser: string, rows: Values[]) => {
      const [asks, ...others] = [head(avvikelser), part(rows)]
      const elsewhere = section({
        tables: [{ kind, rows: [{ id: 'x', values: { ansvarig: 'Chef' } }] }],
        unit: { ...unit, id: 'v', head: false },
      })
      return unmetNeeds(asks as StructuredSection, [asks as StructuredSection, ...others, elsewhere])
    }
    expect(unmet('0', [])).toEqual([])
    expect(unmet('2', [{}])).toEqual([
      {
        field: 'avvikelser',
        level: 'stop',
        message: 'Avvikelser (2) kräver minst en rad under ”Åtgärder”, med Ansvarig roll.',
      },
    ])
    expect(unmet('2', [{}, { ansvarig: 'Chef' }])).toEqual([])
  })
})
