import { expect, test } from 'vitest'
import { initials, PERSON_COLOURS, personColour } from './person-colour.ts'

/** WCAG 2.2 relative luminance of "#rrggbb". */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map(at => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

test.each(PERSON_COLOURS)('white text on %s reaches 4.5:1', colour => {
  expect(1.05 / (luminance(colour) + 0.05)).toBeGreaterThan(4.5)
})

test('a person keeps the colour', () => {
  expect(personColour('user-1')).toBe(personColour('user-1'))
  expect(PERSON_COLOURS).toContain(personColour('b5d2c0de-0000-4000-8000-000000000001'))
})

test('initials', () => {
  expect(initials('Anna-Karin af Ström')).toBe('AS')
  expect(initials('MAS')).toBe('MAS')
  expect(initials('Revisor')).toBe('RE')
  expect(initials('  ')).toBe('?')
})
