import Big from 'big.js'
import type { NumberFormat } from './number-format.ts'

const DAY = 86_400_000
/** Day 0 of the two calendars that workbooks have. The first counts a 29 February 1900 that never was. */
const EPOCH = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) } as const
const LAST_DAY = 2_958_465

const SHORT = /^-?\d{1,15}(?:\.\d+)?$/

/**
 * A stored number as people see it in the sheet: with 15 significant digits, as Excel counts, so that a stored
 * 47.100000000000001 is 47.1. Null where it is no number.
 */
function decimal(raw: string): Big | null {
  const value = raw.trim() === '' ? Number.NaN : Number(raw)
  return Number.isFinite(value) ? new Big(value.toPrecision(15)) : null
}

function dateText(days: number, format: NumberFormat, calendar: keyof typeof EPOCH): string | null {
  if (days < 0 || days > LAST_DAY) return null
  const iso = new Date(EPOCH[calendar] + Math.round(days * DAY)).toISOString()
  if (format === 'year') return iso.slice(0, 4)
  if (format === 'month') return iso.slice(0, 7)
  if (format === 'date') return iso.slice(0, 10)
  return days < 1 ? iso.slice(11, 16) : `${iso.slice(0, 10)} ${iso.slice(11, 16)}`
}

export interface NumberText {
  text: string
  /** A number, rather than a date or something that cannot be read. */
  isNumber: boolean
}

/** A number of a sheet as text: "47.1", "96 %" where the format says percent, "2023-11" where it says month. */
export function numberText(raw: string, format: NumberFormat, calendar: keyof typeof EPOCH): NumberText {
  if (format === 'number' && SHORT.test(raw) && raw.length <= 16) return { text: raw, isNumber: true }
  const value = decimal(raw)
  if (!value) return { text: raw, isNumber: false }
  if (format === 'number') return { text: value.toFixed(), isNumber: true }
  if (format === 'percent') return { text: `${value.times(100).toFixed()} %`, isNumber: true }
  const date = dateText(value.toNumber(), format, calendar)
  return date === null ? { text: value.toFixed(), isNumber: true } : { text: date, isNumber: false }
}
