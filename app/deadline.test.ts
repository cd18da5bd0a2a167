import { expect, test } from 'vitest'
import { deadlineWords } from './deadline.ts'

const now = new Date('2024-02-18T12:00:00Z')

test.each([
  ['2024-03-01', 'om 12 dagar', false, true],
  ['2024-02-19', 'i morgon', false, true],
  ['2024-02-18', 'i dag', false, true],
  ['2024-02-17', '1 dag försenad', true, false],
  ['2024-02-15', '3 dagar försenad', true, false],
  ['2024-12-31', 'om 10 månader', false, false],
])('%s is %s', (deadline, distance, late, soon) => {
  expect(deadlineWords(deadline, now)).toMatchObject({ distance, late, soon })
})

test('days are counted in Sweden, where the day starts before midnight UTC', () => {
  expect(deadlineWords('2024-02-19', new Date('2024-02-18T23:30:00Z')).distance).toBe('i dag')
})
