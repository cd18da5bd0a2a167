import { expect, it } from 'vitest'
import { parseNumber } from './parse-number.ts'

const value = (cell: string): string => {
  const parsed = parseNumber(cell)
  return parsed.kind === 'number' ? parsed.value : parsed.kind
}

it.each([
  ['96', '96'],
  ['60.0', '60.0'],
  ['60,0', '60.0'],
  ['47,1 %', '47.1'],
  ['47.1%', '47.1'],
  ['47,1\u00a0%', '47.1'],
  [' 12 ', '12'],
  ['8 835', '8835'],
  ['8\u00a0835', '8835'],
  ['8\u202f835', '8835'],
  ['8\u2009835,50', '8835.50'],
  ['1 234 567', '1234567'],
  ['-8', '-8'],
  ['\u22128', '-8'],
  ['–8', '-8'],
  ['- 8 835', '-8835'],
  ['\u2212 8\u00a0835,5', '-8835.5'],
  ['0', '0'],
  ['-0,0', '0.0'],
  ['007', '7'],
])('reads %j as %s', (cell, expected) => {
  expect(value(cell)).toBe(expected)
})

it.each(['', ' ', '\u00a0', '-', '--', '\u2212', '–', '—', '...', '…', 'saknas', 'Saknas', 'Uppgift saknas'])(
  'knows %j as missing',
  cell => {
    expect(value(cell)).toBe('missing')
  },
)

it.each(['<5', '< 5', '<5 %', '<10', '..'])('knows %j as suppressed', cell => {
  expect(value(cell)).toBe('suppressed')
})

it.each([
  'x',
  '12x',
  '1.234,5',
  '1,234.5',
  '1 23',
  '12 34',
  '1  234',
  '1234 567',
  '5.',
  '.5',
  ',5',
  '1e5',
  '0x10',
  '+5',
  '--5',
  '5-',
  '5 %%',
  '∞',
  'NaN',
  '٣',
  '½',
  '#DIVISION/0!',
  '=1+1',
  '2023-11-01',
  '<x',
  '>95',
  '1'.repeat(41),
])('finds no number in %j', cell => {
  expect(value(cell)).toBe('invalid')
})

it('tells decimal sign and percent sign', () => {
  expect(parseNumber('47,1 %')).toMatchObject({ sign: ',', percent: true })
  expect(parseNumber('47.1')).toMatchObject({ sign: '.', percent: false })
  expect(parseNumber('8 835')).toMatchObject({ sign: null })
})
