import { hasCheckDigit } from '../check-digit.ts'

/** Why a text is no organisationsnummer. */
export type OrganisationNumberFault = 'not-a-number' | 'personal' | 'check-digit'

/** What people put between the digits: a hyphen, or what a word processor has made of it. */
const BETWEEN = /[\s\u00ad\u2010-\u2013\u2212-]/g
const TEN = /^\d{10}$/
/** At this place a personnummer has the month: an organisation's is never below 20. */
const LEAST_MONTH = 20

/**
 * An organisationsnummer (lag 1974:174, SKV 709) as it is written, "212000-9994".
 * @returns or why it is none: other than ten digits, a person's, or another check digit than Luhn's
 */
export function readOrganisationNumber(text: string): { number: string } | { fault: OrganisationNumberFault } {
  const digits = text.replace(BETWEEN, '')
  if (!TEN.test(digits)) return { fault: 'not-a-number' }
  if (Number(digits.slice(2, 4)) < LEAST_MONTH) return { fault: 'personal' }
  if (!hasCheckDigit(digits)) return { fault: 'check-digit' }
  return { number: `${digits.slice(0, 6)}-${digits.slice(6)}` }
}
