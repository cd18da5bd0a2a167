import { expect, test } from 'vitest'
import { missingTexts } from './missing-texts.ts'

const sections = [
  { id: 'a', number: '1', heading: 'Budget' },
  { id: 'b', number: '2', heading: 'Mål' },
]
const output = 'Innehåll 1 Budget 2 Mål\n1 Budget\nÄldre 2\u00a0400\nUnga 1\u00a0200\n2 Mål\nMatsvinn 100'

test('nothing is missing where each text stands in its section, in the order of the rows', () => {
  expect(
    missingTexts(output, sections, [
      { sectionId: 'a', texts: ['Äldre', '2\u00a0400'] },
      { sectionId: 'a', texts: ['Unga', '1\u00a0200'] },
      { sectionId: 'b', texts: ['Matsvinn', '100'] },
    ]),
  ).toEqual([])
})

test.each([
  ['of another section', [{ sectionId: 'a', texts: ['Matsvinn'] }], ['1 Budget: Matsvinn', '1 Budget: Matsvinn']],
  ['that is nowhere', [{ sectionId: 'b', texts: ['Matsvinn', '101'] }], ['2 Mål: 101']],
  [
    'in another order',
    [
      { sectionId: 'a', texts: ['Unga'] },
      { sectionId: 'a', texts: ['Äldre'] },
    ],
    ['1 Budget: Äldre'],
  ],
  ['under a heading that is not there', [{ sectionId: 'c', texts: ['x'] }], ['3 Borta']],
])('names a text %s', (_what, expected, missing) => {
  expect(missingTexts(output, [...sections, { id: 'c', number: '3', heading: 'Borta' }], expected)).toEqual(missing)
})
