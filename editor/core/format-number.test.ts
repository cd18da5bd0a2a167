import Big from 'big.js'
import { expect, test } from 'vitest'
import { exactDecimals, formatChange, formatNumber } from './format-number.ts'

const NBSP = '\u00a0'

test.each([
  ['96', 0, '96'],
  ['47.1', 1, '47,1'],
  ['60', 1, '60,0'],
  ['1234567.5', 1, `1${NBSP}234${NBSP}567,5`],
  ['-8835', 0, `\u22128${NBSP}835`],
  ['999.5', 0, `1${NBSP}000`],
  ['0', 0, '0'],
  ['-0.4', 0, '0'],
])('%s with %i decimals is %s', (value, decimals, expected) => {
  expect(formatNumber(value, decimals)).toBe(expected)
})

test('rounds half away from zero', () => {
  expect(['0.5', '1.5', '2.5', '-0.5', '-2.5'].map(value => formatNumber(value, 0))).toEqual([
    '1',
    '2',
    '3',
    '\u22121',
    '\u22123',
  ])
})

test('a change shows its sign, and none where it rounds to nothing', () => {
  expect(formatChange(new Big('3'), 0)).toBe('+3')
  expect(formatChange(new Big('-12.9'), 1)).toBe('\u221212,9')
  expect(formatChange(new Big('0.04'), 1)).toBe('0,0')
})

test('a change is never hidden by rounding', () => {
  expect(exactDecimals(1, '47.12', '47.1')).toBe(2)
  expect(exactDecimals(1, '47', null)).toBe(1)
})
