import { expect, test } from 'vitest'
import { contrastWithWhite, DEFAULT_PROFILE, isColour, LEAST_CONTRAST, logoSize } from './document-profile.ts'

test.each([
  ['#ffffff', 1],
  ['#000000', 21],
  // The lightest grey that text on white may have.
  ['#767676', 4.54],
  ['#777777', 4.48],
])('the contrast of %s with white is %d', (colour, contrast) => {
  expect(contrastWithWhite(colour)).toBeCloseTo(contrast, 2)
})

test('the look that everybody has is within it', () => {
  expect(contrastWithWhite(DEFAULT_PROFILE.accent)).toBeGreaterThan(LEAST_CONTRAST)
})

test.each(['', 'red', '#12345', '#1234567', '#12345g', 'url(#123456)'])('%j is no colour', text => {
  expect(isColour(text)).toBe(false)
})

test('a logo keeps its shape and is never blown up', () => {
  const logo = { mediaType: 'image/png', base64: '', width: 400, height: 100, alt: 'Vapen' } as const
  expect(logoSize(logo, { width: 100, height: 100 })).toEqual({ width: 100, height: 25 })
  expect(logoSize(logo, { width: 1000, height: 1000 })).toEqual({ width: 400, height: 100 })
})
