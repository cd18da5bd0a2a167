/** A whole day in a calendar. */
export interface CalendarDay {
  /** The same for as long as it is the same thing, whatever day it is moved to. */
  uid: string
  /** ISO date. */
  date: string
  summary: string
  description: string
  url: string
}

/** RFC 5545 3.3.11: what would end a text, or begin something else in it. A carriage return is no part of any text. */
const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the RFC forbids them.
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')

const MOST_OCTETS = 75

/** RFC 5545 3.1: no line is longer than 75 octets, and none is broken within a character. */
export function fold(line: string): string {
  const lines: string[] = []
  let current = ''
  let octets = 0
  for (const character of line) {
    const length = Buffer.byteLength(character)
    if (octets + length > MOST_OCTETS) {
      lines.push(current)
      current = ' '
      octets = 1
    }
    current += character
    octets += length
  }
  return [...lines, current].join('\r\n')
}

const basicDate = (date: string): string => date.replaceAll('-', '')
const basicInstant = (at: Date): string => `${at.toISOString().replaceAll(/[-:]|\.\d+/g, '')}`

const event = ({ uid, date, summary, description, url }: CalendarDay, at: Date): string[] => [
  'BEGIN:VEVENT',
  `UID:${escaped(uid)}`,
  `DTSTAMP:${basicInstant(at)}`,
  `DTSTART;VALUE=DATE:${basicDate(date)}`,
  `SUMMARY:${escaped(summary)}`,
  `DESCRIPTION:${escaped(description)}`,
  `URL:${url}`,
  // A deadline does not make anybody busy.
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
]

/**
 * A calendar as RFC 5545 has it, for others to subscribe to.
 * @param at when it was made
 */
export function icalendar(name: string, days: readonly CalendarDay[], at: Date): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Samskrift//Deadlines//SV',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    ...days.flatMap(day => event(day, at)),
    'END:VCALENDAR',
  ]
  return lines.map(line => `${fold(line)}\r\n`).join('')
}
