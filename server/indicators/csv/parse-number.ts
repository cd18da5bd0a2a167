import { remember } from '../import/remember.ts'

export type DecimalSign = ',' | '.'

export type NumberCell =
  /** `value` has a decimal point and the digits of the file, "60.0" for "60,0". */
  | { kind: 'number'; value: string; sign: DecimalSign | null; percent: boolean }
  | { kind: 'missing' }
  /** "<5" or "..": the source does not tell a small number. */
  | { kind: 'suppressed' }
  | { kind: 'invalid' }

const MISSING = new Set(['', '-', '--', '\u2212', '–', '—', '...', '…', 'saknas', 'uppgift saknas'])

/** Space, no-break space, narrow no-break space and thin space. */
const SPACE = '[ \\u00a0\\u202f\\u2009]'
const NUMBER = new RegExp(`^([-\\u2212–]?)${SPACE}?(\\d{1,3}(?:${SPACE}\\d{3})+|\\d+)(?:([.,])(\\d+))?${SPACE}?(%?)$`)
const SUPPRESSED = new RegExp(`^(?:<${SPACE}?\\d{1,3}(?:${SPACE}?%)?|\\.\\.)$`)
const MAX_LENGTH = 40

/**
 * Reads a number as Swedish systems write it: "8 835", "- 8 835", "−47,1", "47.1 %".
 * Neither comma nor point ever groups thousands: "1.234,5" is no number, since a guess could be wrong a thousandfold.
 */
export const parseNumber = remember(readNumber)

function readNumber(cell: string): NumberCell {
  const text = cell.trim()
  if (MISSING.has(text.toLowerCase())) return { kind: 'missing' }
  if (SUPPRESSED.test(text)) return { kind: 'suppressed' }
  const match = text.length > MAX_LENGTH ? null : NUMBER.exec(text)
  if (!match) return { kind: 'invalid' }
  const [, minus, digits = '', sign, fraction, percent] = match
  const whole = digits.replace(/\D/g, '').replace(/^0+(?=\d)/, '')
  const absolute = fraction === undefined ? whole : `${whole}.${fraction}`
  const isZero = !/[1-9]/.test(absolute)
  return {
    kind: 'number',
    value: minus && !isZero ? `-${absolute}` : absolute,
    sign: (sign as DecimalSign | undefined) ?? null,
    percent: percent === '%',
  }
}
