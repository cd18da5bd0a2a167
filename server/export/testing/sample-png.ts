import { encodePng } from '#editor/pdf/pictures/encode-png.ts'

const FIELDS = [
  [0x1f, 0x3a, 0x5f],
  [0x5b, 0x7e, 0xa6],
  [0xc3, 0xd2, 0xe2],
  [0x8f, 0xa9, 0xc4],
] as const

/** A picture of four coloured fields (PNG, 8-bit RGB). */
export function samplePng(width: number, height: number): Uint8Array {
  const rgb = new Uint8Array(width * height * 3)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      rgb.set(FIELDS[(x * 2 >= width ? 1 : 0) + (y * 2 >= height ? 2 : 0)] ?? [0, 0, 0], (y * width + x) * 3)
  return encodePng({ width, height, rgb })
}
