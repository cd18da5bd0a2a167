import { expect, test } from 'vitest'
import { lowerFirst } from './lower-first.ts'

test('only the first letter goes, and an abbreviation keeps its own', () => {
  expect(['Ordförande i Vård- och omsorgsnämnden', 'MAS', 'Åtgärdsansvarig', ''].map(lowerFirst)).toEqual([
    'ordförande i Vård- och omsorgsnämnden',
    'MAS',
    'åtgärdsansvarig',
    '',
  ])
})
