import { expect, test } from 'vitest'
import { shrink } from './shrink.ts'

const grey = (width: number, height: number, ...bytes: number[]) => ({
  width,
  height,
  rgb: Uint8Array.from(bytes.flatMap(byte => [byte, byte, byte])),
})
const greys = ({ width, height, rgb }: ReturnType<typeof shrink>) => ({
  width,
  height,
  greys: [...rgb].filter((_, i) => i % 3 === 0),
})

test('each pixel is the mean of those that it covers, also of parts of them', () => {
  expect(greys(shrink(grey(4, 2, 0, 100, 20, 40, 200, 100, 60, 80), { width: 2, height: 1 }))).toEqual({
    width: 2,
    height: 1,
    greys: [100, 50],
  })
  // The pixel in the middle belongs by half to each side.
  expect(greys(shrink(grey(3, 1, 90, 30, 0), { width: 2, height: 9 }))).toEqual({
    width: 2,
    height: 1,
    greys: [70, 10],
  })
})

test('colours are kept apart', () => {
  const rgb = Uint8Array.from([10, 20, 30, 30, 40, 50])
  expect([...shrink({ width: 2, height: 1, rgb }, { width: 1, height: 1 }).rgb]).toEqual([20, 30, 40])
})

test('one colour stays that colour, whatever the sizes', () => {
  for (const width of [2, 3, 7, 10])
    for (const most of [1, 2, 3, 6]) {
      const small = shrink(grey(width, 5, ...Array<number>(width * 5).fill(201)), { width: most, height: 3 })
      expect(new Set(small.rgb)).toEqual(new Set([201]))
    }
})

test('a picture that is small enough stays as it is', () => {
  const picture = grey(2, 1, 5, 6)
  expect(shrink(picture, { width: 2, height: 4 }).rgb).toBe(picture.rgb)
})
