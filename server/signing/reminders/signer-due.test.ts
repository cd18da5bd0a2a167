import { expect, test } from 'vitest'
import { isDue } from './signer-due.ts'

// A Thursday.
const NOW = new Date('2026-03-19T11:00:00Z')
const at = (day: string): Date => new Date(`${day}T10:00:00Z`)

test.each([
  ['nobody has told them', { toldAt: null, remindedAt: null, deadline: null }, true],
  ['told today', { toldAt: at('2026-03-19'), remindedAt: null, deadline: '2026-03-19' }, false],
  ['told two days ago', { toldAt: at('2026-03-17'), remindedAt: null, deadline: null }, false],
  ['told three days ago', { toldAt: at('2026-03-16'), remindedAt: null, deadline: null }, true],
  ['reminded yesterday', { toldAt: at('2026-03-02'), remindedAt: at('2026-03-18'), deadline: null }, false],
  ['tomorrow is the last day', { toldAt: at('2026-03-18'), remindedAt: null, deadline: '2026-03-20' }, true],
  ['told anew after a reminder', { toldAt: at('2026-03-19'), remindedAt: at('2026-03-12'), deadline: null }, false],
])('%s', (_name, signer, expected) => {
  expect(isDue(signer, NOW)).toBe(expected)
})

test('never at a weekend, but at once for who has not been told', () => {
  const sunday = new Date('2026-03-22T11:00:00Z')
  expect(isDue({ toldAt: at('2026-03-12'), remindedAt: null, deadline: null }, sunday)).toBe(false)
  expect(isDue({ toldAt: null, remindedAt: null, deadline: null }, sunday)).toBe(true)
})
