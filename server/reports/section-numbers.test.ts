import { expect, test } from 'vitest'
import { sectionNumbers } from './section-numbers.ts'

test('numbers follow the levels', () => {
  expect(sectionNumbers([1, 1, 2, 3, 3, 2, 1, 2])).toEqual(['1', '2', '2.1', '2.1.1', '2.1.2', '2.2', '3', '3.1'])
})

test('a skipped level never gives a zero', () => {
  expect(sectionNumbers([1, 3, 2])).toEqual(['1', '1.1', '1.2'])
  expect(sectionNumbers([2, 3])).toEqual(['1', '1.1'])
})
