const segment = (marker: number, ...body: number[]): number[] => [0xff, marker, 0, body.length + 2, ...body]

const ADOBE = [...Buffer.from('Adobe', 'latin1'), 0, 100, 0, 0, 0, 0, 0]
/** A code of one bit, for nothing. */
const CODES = [1, ...Array<number>(15).fill(0), 0]

/** A picture for print, 8 by 8 pixels of one colour (JPEG, four channels). */
export const sampleCmykJpeg = (): Uint8Array =>
  Uint8Array.from([
    ...[0xff, 0xd8],
    ...segment(0xee, ...ADOBE),
    ...segment(0xdb, 0, ...Array<number>(64).fill(1)),
    ...segment(0xc0, 8, 0, 8, 0, 8, 4, ...[1, 2, 3, 4].flatMap(channel => [channel, 0x11, 0])),
    ...segment(0xc4, 0x00, ...CODES),
    ...segment(0xc4, 0x10, ...CODES),
    ...segment(0xda, 4, ...[1, 2, 3, 4].flatMap(channel => [channel, 0]), 0, 63, 0),
    ...[0x00, 0xff, 0xd9],
  ])
