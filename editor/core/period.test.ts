import { describe, expect, test } from 'vitest'
import { comparePeriods, monthName, movePeriod, periodName, readPeriod, shortPeriodName, yearBefore } from './period.ts'

describe('a period', () => {
  test.each([
    ['2023', { year: 2023, from: 1, to: 12 }, '2023'],
    ['2023-H2', { year: 2023, from: 7, to: 12 }, 'halvår 2 2023'],
    ['2023-T2', { year: 2023, from: 5, to: 8 }, 'tertial 2 2023'],
    ['2023-K2', { year: 2023, from: 4, to: 6 }, 'kvartal 2 2023'],
    ['2023-11', { year: 2023, from: 11, to: 11 }, 'november 2023'],
    ['2023-01..11', { year: 2023, from: 1, to: 11 }, 'januari–november 2023'],
  ])('%s is read and named', (text, period, name) => {
    expect(readPeriod(text)).toEqual(period)
    expect(periodName(text)).toBe(name)
  })

  test.each([
    '',
    '23',
    '2023-',
    '2023-13',
    '2023-K5',
    '2023-H3',
    '2023-T4',
    '2023-11..02',
    '2023-11..11',
    '1823',
    '2023 ',
  ])('"%s" is none, and is named by itself', text => {
    expect(readPeriod(text)).toBeNull()
    expect(periodName(text)).toBe(text)
    expect(movePeriod(text, 1)).toBe(text)
  })

  test('moves by whole years and keeps its part of the year', () => {
    expect(movePeriod('2023-01..11', 2)).toBe('2025-01..11')
    expect(yearBefore('2023-K2')).toBe('2022-K2')
    expect(yearBefore('2023')).toBe('2022')
  })

  test('stands in the order of time, totals after their parts', () => {
    const sorted = [
      '2022',
      '2023-01',
      '2023-03',
      '2023-K1',
      '2023-H1',
      '2023-11',
      '2023-01..11',
      '2023-12',
      '2023-K4',
      '2023',
    ]
    expect(sorted.toReversed().toSorted(comparePeriods)).toEqual(sorted)
  })
})

test('has a short name, and a month one without its year', () => {
  const names = ['2023', '2023-11', '2023-01..11', '2023-K2', '2023-H1', 'snart'].map(shortPeriodName)
  expect(names).toEqual(['2023', 'nov 2023', 'jan–nov 2023', 'kv 2 2023', 'halvår 1 2023', 'snart'])
  expect(['2023-03', '2023-K2', '2023'].map(monthName)).toEqual(['mars', '2023-K2', '2023'])
})
