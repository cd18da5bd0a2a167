import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ComingsAndGoings, type Movement } from './comings-and-goings.ts'
import { type PresentPerson, presentPeople } from './presence-store.ts'

const user = (id: string) => ({ id, name: id, color: '#000000' })
const person = (id: string, me = false): PresentPerson => ({ id, name: id, sectionIds: [], me })

test('two tabs of one person are one person, oneself first', () => {
  const states = [
    { user: user('Ekonom'), section: 'a' },
    { user: user('MAR') },
    { user: user('Ekonom'), section: 'b' },
    {},
  ]
  expect(presentPeople(states, 'Ekonom')).toEqual([
    { id: 'Ekonom', name: 'Ekonom', sectionIds: ['a', 'b'], me: true },
    { id: 'MAR', name: 'MAR', sectionIds: [], me: false },
  ])
})

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('tells in one sentence who came and went, not about those already there or those who just blinked', () => {
  const told: Movement[] = []
  const watch = new ComingsAndGoings(movement => void told.push(movement))
  watch.see([person('me', true), person('MAR')])
  vi.advanceTimersByTime(3000)
  watch.see([person('me', true)])
  watch.see([person('me', true), person('MAR'), person('Ekonom')])
  vi.advanceTimersByTime(3000)
  watch.see([person('me', true), person('Ekonom')])
  vi.advanceTimersByTime(3000)
  expect(told).toEqual([
    { came: ['Ekonom'], went: [] },
    { came: [], went: ['MAR'] },
  ])
})
