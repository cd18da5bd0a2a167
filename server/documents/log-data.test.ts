import { expect, test } from 'vitest'
import { packUpdates, unpackUpdates } from './log-data.ts'

const bytes = (...lengths: number[]): Uint8Array[] => lengths.map((length, at) => new Uint8Array(length).fill(at + 1))

test('a single update is stored as it is', () => {
  const [update = new Uint8Array()] = bytes(5)
  expect(packUpdates([update])).toEqual({ data: update, updates: 1 })
})

test.each([[[1, 2]], [[0, 7, 0]], [[300, 1, 20_000]]])('updates of %j bytes come out as they went in', lengths => {
  const updates = bytes(...lengths)
  const packed = packUpdates(updates)
  expect(packed.updates).toBe(updates.length)
  expect(unpackUpdates(packed)).toEqual(updates)
})

test('a row that holds fewer or more than it says gives what nothing takes for an update', () => {
  const packed = packUpdates(bytes(4, 4, 4))
  for (const wrong of [
    { ...packed, updates: 2 },
    { ...packed, updates: 4 },
    { ...packed, updates: 0 },
    { ...packed, data: packed.data.subarray(0, -1) },
  ])
    expect(unpackUpdates(wrong)).toEqual([new Uint8Array()])
})
