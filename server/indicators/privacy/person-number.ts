import { hasCheckDigit } from '../../check-digit.ts'

/** Months of a coordination number are those of a person number; its days are 60 more. */
const DAYS_MORE = 60

function isDate(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** Whether ten or twelve digits are a personnummer or samordningsnummer: a date, and the check digit. */
function isPersonNumber(digits: string): boolean {
  const ten = digits.slice(-10)
  const [year, month, written] = [ten.slice(0, 2), ten.slice(2, 4), ten.slice(4, 6)].map(Number) as [
    number,
    number,
    number,
  ]
  const day = written > DAYS_MORE ? written - DAYS_MORE : written
  // Organisation numbers have at least 20 where the month stands, and 16 where a century would.
  if (month < 1 || month > 12 || day < 1 || day > 31 || !hasCheckDigit(ten)) return false
  if (digits.length === 10) return isDate(1900 + year, month, day) || isDate(2000 + year, month, day)
  const century = Number(digits.slice(0, 2))
  return century >= 18 && century <= 20 && isDate(century * 100 + year, month, day)
}

const SPLIT = /(?<![\d\p{L}-])((?:18|19|20)?\d{6})[-+](\d{4})(?![\d\p{L}-])/gu
/** What every such number has in it: most cells have not, and need no closer look. */
const TEN = /\d{6}[-+]?\d{4}/
const WHOLE = /^(?:18|19|20)?\d{10}$/

/**
 * Whether a text has a person number. `likely`: ten or twelve digits in a row that could as well be a telephone number,
 * an amount or a point in time; only how many cells of a column are so can tell.
 */
export function personNumberIn(text: string): 'certain' | 'likely' | null {
  if (text.length < 10 || !TEN.test(text)) return null
  const whole = text.trim()
  if (WHOLE.test(whole)) return isPersonNumber(whole) ? 'likely' : null
  for (const [, date = '', last = ''] of text.matchAll(SPLIT)) if (isPersonNumber(date + last)) return 'certain'
  return null
}
