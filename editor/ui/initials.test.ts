import { expect, test } from 'vitest'
import { initials } from './initials.ts'

test('initials', () => {
  expect(initials('Anna-Karin af Ström')).toBe('AS')
  expect(initials('MAS')).toBe('MAS')
  expect(initials('Revisor')).toBe('RE')
  expect(initials('  ')).toBe('?')
})
