import { expect, test } from 'vitest'
import { joined, without } from './clock-ranges.ts'

const range = (clock: number, length: number, client = 1) => ({ client, clock, length })

test('a range without others', () => {
  expect(without(range(0, 10), [range(3, 2), range(8, 5), range(0, 10, 2)])).toEqual([range(0, 3), range(5, 3)])
  expect(without(range(4, 2), [range(0, 10)])).toEqual([])
})

test('ranges that touch or overlap are one; what they were made of stays as it was', () => {
  const first = range(5, 2)
  expect(joined([first, range(0, 2), range(7, 1), range(6, 1), range(1, 3), range(5, 1, 2)])).toEqual([
    range(0, 4),
    range(5, 3),
    range(5, 1, 2),
  ])
  expect(first).toEqual(range(5, 2))
})
