import { describe, expect, test } from 'vitest'
import { BrokenFramesError, joinFrames, splitFrames } from './binary-frames.ts'

describe('frames of long polling', () => {
  test('come apart as they were joined, of every length of header', () => {
    const payloads = [0, 1, 125, 126, 65_535, 65_536, 70_000].map(length => new Uint8Array(length).fill(length % 251))
    expect(splitFrames(joinFrames(payloads))).toEqual(payloads)
    expect(splitFrames(new Uint8Array())).toEqual([])
  })

  test('may stand anywhere in a larger buffer', () => {
    const joined = joinFrames([new Uint8Array([1, 2, 3])])
    const larger = new Uint8Array(joined.length + 5)
    larger.set(joined, 5)
    expect(splitFrames(larger.subarray(5))).toEqual([new Uint8Array([1, 2, 3])])
  })

  test.each([
    ['half a frame', [0x82, 3, 1, 2]],
    ['half a header', [0x82, 126, 1]],
    ['one byte', [0x82]],
    ['a text frame', [0x81, 1, 65]],
    ['a masked frame', [0x82, 0x81, 0, 0, 0, 0, 1]],
    ['more bytes than a number holds', [0x82, 127, 255, 255, 255, 255, 255, 255, 255, 255]],
  ])('%s is refused', (_what, bytes) => {
    expect(() => splitFrames(new Uint8Array(bytes))).toThrow(BrokenFramesError)
  })
})
