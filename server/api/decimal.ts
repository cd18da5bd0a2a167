import { z } from 'zod'

const DECIMAL = /^-?\d{1,18}(?:\.\d{1,12})?$/
const SAYS = 'Ska vara ett tal med decimalpunkt, som 47.1 eller "47.1", med högst 18 siffror före och 12 efter punkten.'

/** Digits as they are written, without a sign before zero and zeros before the number. */
function plain(text: string): string {
  const [, minus, digits = ''] = /^(-?)0*(?=\d)(.*)$/.exec(text) ?? []
  return minus && /[1-9]/.test(digits) ? `-${digits}` : digits
}

/**
 * A decimal without loss: text, or a number with at most 15 digits, which {@link jsonFaults} has seen to. Becomes text with
 * a decimal point.
 */
export const decimal = z.union([z.string().regex(DECIMAL), z.number()], { error: SAYS }).transform((given, context) => {
  const text = String(given)
  if (DECIMAL.test(text)) return plain(text)
  context.addIssue({ code: 'custom', message: SAYS })
  return z.NEVER
})
