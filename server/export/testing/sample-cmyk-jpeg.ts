const segment = (marker: number, ...body: number[]): number[] => [0xff, marker, 0, body.length + 2, ...body]

const ADOBE = [...Buffer.from('Adobe', 'latin1'), 0, 100, 0, 0, 0, 0, 0]
/** A code of one bit, for nothing. */
const CODES = [1, ...Array<number>(15).fill(0), 0]

const word = (value: number): number[] => [value >> 8, value & 0xff]

/** A picture for print of one colour (JPEG, four channels). Its sides are multiples of 8. */
export const sampleCmykJpeg = (width = 8, height = 8): Uint8Array =>
  Uint8Array.from([
    ...[0xff, 0xd8],
    ...segment(0xee, ...ADOBE),
    ...segment(0xdb, 0, ...Array<number>(64).fill(1)),
    ...segment(0xc0, 8, ...word(height), ...word(width), 4, ...[1, 2, 3, 4].flatMap(channel => [channel, 0x11, 0])),
    ...segment(0xc4, 0x00, ...CODES),
    ...segment(0xc4, 0x10, ...CODES),
    ...segment(0xda, 4, ...[1, 2, 3, 4].flatMap(channel => [channel, 0]), 0, 63, 0),
    // Eight pixels square take two codes of a bit in each channel: a byte.
    ...Array<number>((width * height) / 64).fill(0),
    ...[0xff, 0xd9],
  ])
