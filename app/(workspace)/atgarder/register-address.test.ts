import { expect, test } from 'vitest'
import { filterQuery, readFilter } from './register-address.ts'

test('what stands in the address is what was asked for, and comes back the same', () => {
  const filter = readFilter({ sok: ' rutin ', klart: 'overdue', sida: '3', namnd: 'ingen nämnd' })
  expect(filter).toMatchObject({ search: 'rutin', due: 'overdue', page: 3, boardId: null })
  expect(filterQuery(filter)).toBe('?sok=rutin&klart=overdue&sida=3')
  expect(readFilter(Object.fromEntries(new URLSearchParams(filterQuery(filter))))).toEqual(filter)
})

test('nothing asked for is no query', () => {
  expect(filterQuery(readFilter({}))).toBe('')
  expect(filterQuery(readFilter({ sida: '1', status: ['klar', 'pagaende'] }))).toBe('')
})
