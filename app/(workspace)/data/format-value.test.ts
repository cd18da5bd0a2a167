import { expect, test } from 'vitest'
import { exactDecimals, formatValue } from './format-value.ts'

test('values carry the unit where it is percent', () => {
  expect(formatValue('47.1', 'percent', 1)).toBe('47,1\u00a0%')
  expect(formatValue('8835', 'count', 0)).toBe('8\u00a0835')
})

test('a change is never hidden by rounding', () => {
  expect(exactDecimals(1, '47.12', '47.1')).toBe(2)
  expect(exactDecimals(1, '47', null)).toBe(1)
})
