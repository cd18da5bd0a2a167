import { expect, test } from 'vitest'
import { byName } from './by-name.ts'

test('å, ä and ö come last, in that order, whatever the case', () => {
  const names = ['Öster', 'äldre', 'Zeta', 'åsna', 'adam', 'Ärende'].map(name => ({ name }))
  expect(names.sort(byName).map(({ name }) => name)).toEqual(['adam', 'Zeta', 'åsna', 'äldre', 'Ärende', 'Öster'])
})
