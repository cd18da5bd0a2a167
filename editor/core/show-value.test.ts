import { expect, test } from 'vitest'
import type { Unit } from './figure.ts'
import { showValue } from './show-value.ts'

const shown = (value: string, unit: Unit, unitText = '') => showValue({ unit, unitText, decimals: 1 }, { value })

test('a value stands with its unit, and with nothing after it where the unit has no word', () => {
  expect(shown('12450.5', 'tkr')).toBe('12\u00a0450,5\u00a0tkr')
  expect(shown('47.1', 'percent')).toBe('47,1\u00a0%')
  expect(shown('3.5', 'other', 'gram/portion')).toBe('3,5\u00a0gram/portion')
  expect(shown('1.5', 'other')).toBe('1,5')
  expect(shown('1', 'yesno')).toBe('ja')
})
