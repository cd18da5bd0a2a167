import type { Size } from './printed-size.ts'

/** 8-bit RGB: three bytes a pixel, row by row. */
export interface RgbPicture extends Size {
  rgb: Uint8Array | Uint8ClampedArray
}

interface Part {
  at: number
  /** Of all parts of a place together: 1. */
  share: number
}

/** For each of `to` places, which of the `from` that fill the same length lie in it. */
const partsOf = (from: number, to: number): Part[][] =>
  Array.from({ length: to }, (_, place) => {
    const [start, end] = [(place * from) / to, ((place + 1) * from) / to]
    const parts: Part[] = []
    for (let at = Math.floor(start); at < end && at < from; at++)
      parts.push({ at, share: ((Math.min(at + 1, end) - Math.max(at, start)) * to) / from })
    return parts
  })

/** The picture in at most as many pixels, each the mean of what it covers. */
export function shrink({ width, height, rgb }: RgbPicture, most: Size): RgbPicture {
  const small = { width: Math.min(width, most.width), height: Math.min(height, most.height) }
  if (small.width === width && small.height === height) return { width, height, rgb }
  const columns = partsOf(width, small.width)
  const out = new Uint8ClampedArray(small.width * small.height * 3)
  const line = new Float64Array(width * 3)
  for (const [row, parts] of partsOf(height, small.height).entries()) {
    line.fill(0)
    for (const { at, share } of parts) {
      const start = at * width * 3
      for (let i = 0; i < line.length; i++) line[i] = (line[i] ?? 0) + (rgb[start + i] ?? 0) * share
    }
    for (const [column, pixels] of columns.entries()) {
      const to = (row * small.width + column) * 3
      for (let colour = 0; colour < 3; colour++) {
        let mean = 0
        for (const { at, share } of pixels) mean += (line[at * 3 + colour] ?? 0) * share
        out[to + colour] = mean
      }
    }
  }
  return { ...small, rgb: out }
}
