import { describe, expect, test } from 'vitest'
import { type CalendarDay, fold, icalendar } from './ical.ts'

const at = new Date('2026-02-03T04:05:06.789Z')
const day: CalendarDay = {
  uid: 'a-b@samskrift',
  date: '2026-03-01',
  summary: 'Klar senast: Berättelse',
  description: 'Nämnden',
  url: 'https://x.se/rapporter/a',
}
/** As a calendar reads it: RFC 5545 3.1 and 3.3.11 the other way round. */
const read = (text: string): string[] => text.replaceAll('\r\n ', '').split('\r\n')
const textOf = (text: string, name: string): string | undefined =>
  read(text)
    .find(line => line.startsWith(name))
    ?.slice(name.length + 1)
    .replaceAll(/\\(.)/g, (_all, sign: string) => (sign === 'n' ? '\n' : sign))

test('is one calendar with an all-day event a deadline, every line ended by CRLF', () => {
  const text = icalendar('Samskrift', [day, { ...day, uid: 'c@samskrift' }], at)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
  const lines = read(text)
  expect(lines.slice(0, 3)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Samskrift//Deadlines//SV'])
  expect(lines.filter(line => line === 'BEGIN:VEVENT')).toHaveLength(2)
  expect(lines).toContain('DTSTART;VALUE=DATE:20260301')
  expect(lines).toContain('DTSTAMP:20260203T040506Z')
  expect(lines.filter(line => line.startsWith('UID:'))).toEqual(['UID:a-b@samskrift', 'UID:c@samskrift'])
})

test('what a title holds cannot begin a line of its own', () => {
  const summary = 'Svar; del 1, "rött\\grönt"\r\nEND:VEVENT\nX:1\u0007'
  const text = icalendar('Samskrift', [{ ...day, summary }], at)
  expect(text).toContain('SUMMARY:Svar\\; del 1\\, "rött\\\\grönt"\\nEND:VEVENT\\nX:1')
  expect(textOf(text, 'SUMMARY')).toBe('Svar; del 1, "rött\\grönt"\nEND:VEVENT\nX:1')
  expect(read(text).filter(line => line === 'END:VEVENT')).toHaveLength(1)
})

describe('a line', () => {
  test.each([75, 76, 149, 150, 400])('of %i letters is folded at 75 octets', length => {
    const folded = fold('x'.repeat(length))
    for (const line of folded.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(folded.split('\r\n').length).toBe(1 + Math.ceil(Math.max(0, length - 75) / 74))
    expect(folded.replaceAll('\r\n ', '')).toBe('x'.repeat(length))
  })

  test.each(['å', '€', '👩🏽‍⚕️'])('is never broken within %s', sign => {
    for (let before = 60; before < 76; before++) {
      const line = `${'x'.repeat(before)}${sign.repeat(40)}`
      const folded = fold(line)
      for (const part of folded.split('\r\n')) {
        expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75)
        expect(Buffer.from(part).toString()).toBe(part)
      }
      expect(folded.replaceAll('\r\n ', '')).toBe(line)
    }
  })
})
