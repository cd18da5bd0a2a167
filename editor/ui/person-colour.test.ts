import { expect, test } from 'vitest'
import { PERSON_COLOURS, personColour } from './person-colour.ts'

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

test('the people of a report have a colour each while the colours last', () => {
  const people = PERSON_COLOURS.map((_, index) => ({ id: `user-${index}` }))
  expect(new Set(people.map(({ id }) => personColour(id, people))).size).toBe(PERSON_COLOURS.length)
  const more = [...people, { id: 'ninth' }]
  expect(personColour('ninth', more)).toBe(PERSON_COLOURS[0])
})

test('somebody who is not on the list takes no colour of those who are', () => {
  const people = Array.from({ length: PERSON_COLOURS.length - 1 }, (_, index) => ({ id: `user-${index}` }))
  for (const id of ['revisor', 'registrator', 'b5d2c0de-0000-4000-8000-000000000001'])
    expect(personColour(id, people)).toBe(PERSON_COLOURS.at(-1))
})
