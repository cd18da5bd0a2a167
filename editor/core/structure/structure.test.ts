import { describe, expect, test } from 'vitest'
import { computeField, isRequired, sumOf } from './compute.ts'
import type { Field } from './field.ts'
import { formatPeriod, formatValue } from './format-value.ts'
import { parseValue, readNumber } from './parse-value.ts'

const number = (key: string, more: Partial<Extract<Field, { type: 'number' }>> = {}): Field => ({
  type: 'number',
  key,
  label: key,
  ...more,
})
const computed = (
  by: 'product' | 'difference' | 'sum' | 'share',
  of: string[],
): Extract<Field, { type: 'computed' }> => ({
  type: 'computed',
  key: 'c',
  label: 'c',
  compute: { by, of } as Extract<Field, { type: 'computed' }>['compute'],
})

describe('numbers as people write them', () => {
  test.each([
    ['8 835,5', '8835.5'],
    ['8\u00a0835', '8835'],
    ['−267', '-267'],
    ['- 8 835', '-8835'],
    ['47,1 %', '47.1'],
    ['0', '0'],
    ['1,50', '1.5'],
  ])('%s is %s', (text, value) => expect(readNumber(text)).toBe(value))
  test.each(['', 'ca 5', '<5', '1,2,3', '--', '1 000 kr', '1.234.567'])('%s is none', text =>
    expect(readNumber(text)).toBeNull(),
  )
})

describe('a value', () => {
  test.each<[Field, string, object]>([
    [number('n', { min: 1, max: 4 }), '5', { problem: 'range' }],
    [number('n', { decimals: 0 }), '1,5', { problem: 'decimals' }],
    [number('n'), 'fem', { problem: 'number' }],
    [{ type: 'date', key: 'd', label: 'd' }, '2024-02-30', { problem: 'date' }],
    [{ type: 'date', key: 'd', label: 'd' }, '2024-02-29', { value: '2024-02-29' }],
    [{ type: 'period', key: 'p', label: 'p' }, '2024-13', { problem: 'period' }],
    [{ type: 'period', key: 'p', label: 'p' }, '2024-K4', { value: '2024-K4' }],
    [{ type: 'period', key: 'p', label: 'p' }, '2024-08-31/2024-01-01', { problem: 'period' }],
    [{ type: 'text', key: 't', label: 't' }, '   ', { value: null }],
    [{ type: 'text', key: 't', label: 't' }, 'x'.repeat(501), { problem: 'length' }],
    [computed('sum', ['a', 'b']), '5', { problem: 'computed' }],
  ])('%o: %s', (field, typed, result) => expect(parseValue(field, typed)).toEqual(result))
})

describe('what is computed', () => {
  const fields = [number('a'), number('b')]
  const of = (by: Parameters<typeof computed>[0], a?: string, b?: string) =>
    computeField(computed(by, ['a', 'b']), fields, { ...(a && { a }), ...(b && { b }) })
  test('comes from its parts', () => {
    expect([of('product', '3', '4'), of('difference', '10', '12.5'), of('sum', '0.1', '0.2')]).toEqual([
      '12',
      '-2.5',
      '0.3',
    ])
  })
  test('is missing where a part is, and a share of nothing is', () => {
    expect([of('product', '3'), of('share', '1', '0'), of('share', '0', '4')]).toEqual([null, null, '0'])
  })
  test('is rounded when it is shown', () => {
    expect(formatValue(computed('share', ['a', 'b']), of('share', '121', '144') ?? '')).toBe('84,0\u00a0%')
  })
  test('a sum skips rows without a value, and is missing where none has one', () => {
    expect(sumOf(fields, [{ a: '1.5' }, {}, { a: '-2' }], 'a')).toBe('-0.5')
    expect(sumOf(fields, [{}, {}], 'a')).toBeNull()
  })
})

test('a condition of another field decides whether a value is asked for', () => {
  const field: Field = { type: 'text', key: 'm', label: 'm', required: { field: 's', is: ['nej', 'delvis'] } }
  expect([isRequired(field, {}), isRequired(field, { s: 'ja' }), isRequired(field, { s: 'nej' })]).toEqual([
    false,
    false,
    true,
  ])
})

test.each([
  ['2024', '2024'],
  ['2023-11', 'november 2023'],
  ['2024-K2', 'kvartal 2 2024'],
  ['2024-01-01/2024-08-31', '1 januari–31 augusti 2024'],
  ['2023-12-01/2024-01-31', '1 december 2023–31 januari 2024'],
])('the period %s reads %s', (period, text) => expect(formatPeriod(period)).toBe(text))
