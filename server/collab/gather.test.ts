import { expect, test } from 'vitest'
import { gatherByAuthor } from './gather.ts'

const entries = (...all: [userId: string, takenAt: number][]) =>
  all.map(([userId, takenAt]) => ({ userId, takenAt, name: `${userId}${takenAt}` }))

const rowsOf = (...all: [userId: string, takenAt: number][]): string[] =>
  gatherByAuthor(entries(...all)).map(row => row.map(({ name }) => name).join(' '))

test('what one person sends in a moment is one row, in order', () => {
  expect(rowsOf(['a', 1], ['a', 2], ['a', 3])).toEqual(['a1 a2 a3'])
})

test('two people have rows of their own, in the order in which they began', () => {
  expect(rowsOf(['b', 1], ['a', 2], ['b', 3], ['a', 4])).toEqual(['b1 b3', 'a2 a4'])
})

test('a row ends with its moment, so that history stays as fine as it is while the database is away', () => {
  expect(rowsOf(['a', 0], ['a', 50], ['a', 51], ['a', 101], ['a', 102])).toEqual(['a0 a50', 'a51 a101', 'a102'])
})

test('nothing is no row', () => {
  expect(gatherByAuthor([])).toEqual([])
})
