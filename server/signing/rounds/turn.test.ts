import { expect, test } from 'vitest'
import { whoseTurn } from './turn.ts'

const signers = [
  { position: 2, state: 'waiting' },
  { position: 0, state: 'signed' },
  { position: 1, state: 'waiting' },
] as const

test('in a sequence it is the turn of the first who waits', () => {
  expect(whoseTurn('sequence', signers)).toEqual([{ position: 1, state: 'waiting' }])
})

test('otherwise of all who wait', () => {
  expect(whoseTurn('parallel', signers).map(({ position }) => position)).toEqual([1, 2])
})
