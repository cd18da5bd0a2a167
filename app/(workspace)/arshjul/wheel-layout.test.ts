import { expect, test } from 'vitest'
import { at, INNER, RADIUS, shareOfYear, wheelLayout } from './wheel-layout.ts'

test('the year goes round clockwise from the top', () => {
  expect(at(0, 100)).toEqual({ x: 0, y: -100 })
  expect(at(0.25, 100)).toEqual({ x: 100, y: -0 })
  expect(shareOfYear('2026-01-01')).toBe(0)
  expect(shareOfYear('2024-12-31')).toBeLessThan(1)
  expect(wheelLayout([{ date: '2026-04-02', state: 'draft' }]).marks[0]?.x).toBeGreaterThan(INNER)
})

test('no mark lies upon another or outside, however many share a day, and what is left out is counted', () => {
  const days = Array.from({ length: 500 }, (_, n) => ({
    date: new Date(Date.UTC(2026, 0, 1 + (n % 3 ? (n * 7) % 365 : 59))).toISOString().slice(0, 10),
    state: n % 4 ? ('draft' as const) : ('late' as const),
  }))
  const { marks, more } = wheelLayout(days)
  expect(marks.length + more.reduce((sum, { count }) => sum + count, 0)).toBe(500)
  expect(more.length).toBeGreaterThan(0)
  for (const [index, one] of marks.entries()) {
    expect(Math.hypot(one.x, one.y)).toBeLessThan(RADIUS)
    for (const other of marks.slice(index + 1))
      expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(7.5)
  }
})

test('what is late is never what is left out for something else', () => {
  const days = [
    ...Array.from({ length: 20 }, () => ({ date: '2026-03-01', state: 'draft' as const })),
    { date: '2026-03-01', state: 'late' as const },
  ]
  expect(wheelLayout(days).marks.map(({ state }) => state)).toContain('late')
})
