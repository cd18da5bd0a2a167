import { describe, expect, test } from 'vitest'
import { addDays } from '../today.ts'
import { isWeekend, reminderDay } from './reminder-days.ts'

/** Days on which somebody is reminded, by a server that runs every day. */
function remindedOn(deadline: string, from: string, days: number): string[] {
  const found = Array.from({ length: days }, (_, n) => reminderDay(deadline, addDays(from, n)))
  return [...new Set(found.flatMap(day => day ?? []))]
}

describe('reminders of a deadline', () => {
  test('come a week before, the day before, the first day late and each week from then on', () => {
    // A Wednesday.
    expect(remindedOn('2026-03-18', '2026-03-01', 40)).toEqual([
      '2026-03-11',
      '2026-03-17',
      '2026-03-19',
      '2026-03-26',
      '2026-04-02',
      '2026-04-09',
    ])
  })

  test('of a weekend come on the Monday', () => {
    // A Saturday: a week before is a Saturday too, the first day late a Sunday.
    expect(remindedOn('2026-03-21', '2026-03-10', 15)).toEqual(['2026-03-16', '2026-03-20', '2026-03-23'])
    // A Monday: the day before is a Sunday.
    expect(remindedOn('2026-03-23', '2026-03-17', 8)).toEqual(['2026-03-16', '2026-03-23', '2026-03-24'])
  })

  test('never come on a weekend', () => {
    for (let n = 0; n < 60; n += 1) {
      const day = addDays('2026-03-01', n)
      for (let ahead = -30; ahead < 30; ahead += 1) {
        const due = reminderDay(addDays(day, ahead), day)
        if (due !== null) expect([isWeekend(due), isWeekend(day), due <= day]).toEqual([false, false, true])
      }
    }
  })

  test('that a stopped server missed come within three days, and not later', () => {
    expect(reminderDay('2026-03-18', '2026-03-12')).toBe('2026-03-11')
    expect(reminderDay('2026-03-18', '2026-03-13')).toBe('2026-03-11')
    expect(reminderDay('2026-03-18', '2026-03-16')).toBeNull()
    expect(reminderDay('2026-03-18', '2026-03-10')).toBeNull()
  })
})
