import Big from 'big.js'
import type { Field } from './field.ts'

/** Why a value is refused; the surface has the words for it. */
export type ValueProblem = 'number' | 'decimals' | 'range' | 'date' | 'period' | 'choice' | 'length' | 'computed'

export type ParsedValue = { value: string | null } | { problem: ValueProblem }

const MOST_WORDS = 20_000
const MOST_LINE = 500
const SPACES = /[\s\u00a0\u202f\u2009]/g
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/

/** A day that the calendar has. */
function isDate(text: string): boolean {
  const [, year, month, day] = DATE.exec(text)?.map(Number) ?? []
  if (year === undefined || month === undefined || day === undefined) return false
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

function isPeriod(text: string): boolean {
  const [start, end, ...more] = text.split('/')
  if (start !== undefined && end !== undefined && !more.length) return isDate(start) && isDate(end) && start <= end
  return /^\d{4}(-(0[1-9]|1[0-2])|-K[1-4]|-H[12])?$/.test(text)
}

/**
 * A number as people write it: "8 835,5", "-267", "−2,5", "1.234" is one comma two three four.
 * @returns a decimal with point, or null where it is none
 */
export function readNumber(text: string): string | null {
  const plain = text
    .replace(SPACES, '')
    .replace(/[\u2212\u2013]/g, '-')
    .replace(',', '.')
    .replace(/%$/, '')
  return /^-?\d{1,15}(\.\d{1,10})?$/.test(plain) ? new Big(plain).toString() : null
}

function parseNumber(field: Extract<Field, { type: 'number' }>, text: string): ParsedValue {
  const value = readNumber(text)
  if (value === null) return { problem: 'number' }
  const number = new Big(value)
  if ((field.min !== undefined && number.lt(field.min)) || (field.max !== undefined && number.gt(field.max)))
    return { problem: 'range' }
  const decimals = value.split('.')[1]?.length ?? 0
  return field.decimals !== undefined && decimals > field.decimals ? { problem: 'decimals' } : { value }
}

/**
 * A field's value from what somebody typed, the same in the browser and on the server. What only the server knows
 * (whether a report exists, the organisation's pattern of diary numbers) it asks after this. Nothing but spaces is no value.
 */
export function parseValue(field: Field, typed: string): ParsedValue {
  const text = typed.trim()
  if (field.type === 'computed') return { problem: 'computed' }
  if (!text) return { value: null }
  switch (field.type) {
    case 'number':
      return parseNumber(field, text)
    case 'date':
      return isDate(text) ? { value: text } : { problem: 'date' }
    case 'period':
      return isPeriod(text) ? { value: text } : { problem: 'period' }
    case 'choice':
      return field.options.some(option => option.key === text) ? { value: text } : { problem: 'choice' }
    case 'text':
      return text.length > (field.long ? MOST_WORDS : MOST_LINE) ? { problem: 'length' } : { value: text }
    default:
      return text.length > MOST_LINE ? { problem: 'length' } : { value: text }
  }
}
