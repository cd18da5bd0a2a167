import { inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodePng } from './encode-png.ts'

/** Reads a PNG of 8-bit RGB in one chunk of data, whose rows have Paeth's filter (ISO/IEC 15948, 9.2). */
function read(png: Uint8Array): { width: number; height: number; rgb: number[] } {
  const file = Buffer.from(png)
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)]
  const rows = inflateSync(file.subarray(41, 41 + file.readUInt32BE(33)))
  const length = width * 3
  const rgb: number[] = []
  for (let y = 0; y < height; y++) {
    expect(rows[y * (length + 1)]).toBe(4)
    for (let i = 0; i < length; i++) {
      const a = i < 3 ? 0 : (rgb[y * length + i - 3] ?? 0)
      const b = rgb[(y - 1) * length + i] ?? 0
      const c = i < 3 ? 0 : (rgb[(y - 1) * length + i - 3] ?? 0)
      const [pa, pb, pc] = [a, b, c].map(byte => Math.abs(a + b - c - byte)) as [number, number, number]
      const expected = pa <= pb && pa <= pc ? a : pb <= pc ? b : c
      rgb.push(((rows[y * (length + 1) + 1 + i] ?? 0) + expected) % 256)
    }
  }
  return { width, height, rgb }
}

const side = fc.integer({ min: 1, max: 12 })

test('what is read is what was written', () => {
  const pictures = fc.tuple(side, side).chain(([width, height]) => {
    const length = width * height * 3
    return fc.record({
      width: fc.constant(width),
      height: fc.constant(height),
      rgb: fc.uint8Array({ minLength: length, maxLength: length }),
    })
  })
  fc.assert(
    fc.property(pictures, picture => {
      expect(read(encodePng(picture))).toEqual({ ...picture, rgb: [...picture.rgb] })
    }),
  )
})

test('a picture of slow changes takes a fraction of its bytes', () => {
  const rgb = Uint8Array.from({ length: 300 * 200 * 3 }, (_, i) => (i % 900) / 6 + i / 9000)
  expect(encodePng({ width: 300, height: 200, rgb }).length).toBeLessThan(rgb.length / 5)
})
