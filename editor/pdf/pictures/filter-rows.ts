import type { RgbPicture } from './shrink.ts'

/** Bytes per pixel. */
const PIXEL = 3
/** The number of the filter. */
const PAETH = 4

/** Of the byte to the left, that above and that between them, the one that is nearest to left + above - between. */
function expected(left: number, above: number, between: number): number {
  const toLeft = Math.abs(above - between)
  const toAbove = Math.abs(left - between)
  const toBetween = Math.abs(left + above - 2 * between)
  return toLeft <= toAbove && toLeft <= toBetween ? left : toAbove <= toBetween ? above : between
}

/**
 * The rows of a picture as a PNG holds them, each after the number of its filter (ISO/IEC 15948, 9.2). It is Paeth's for
 * all: to try each on every row takes six times as long, and of a photo it is the one that is chosen.
 */
export function filterRows({ width, height, rgb }: RgbPicture): Uint8Array {
  const length = width * PIXEL
  const rows = new Uint8Array(height * (1 + length))
  for (let y = 0; y < height; y++) {
    const start = y * length
    const to = y * (1 + length)
    rows[to] = PAETH
    for (let i = 0; i < length; i++) {
      const left = i < PIXEL ? 0 : (rgb[start + i - PIXEL] ?? 0)
      const above = y === 0 ? 0 : (rgb[start + i - length] ?? 0)
      const between = i < PIXEL || y === 0 ? 0 : (rgb[start + i - length - PIXEL] ?? 0)
      rows[to + 1 + i] = (rgb[start + i] ?? 0) - expected(left, above, between)
    }
  }
  return rows
}
