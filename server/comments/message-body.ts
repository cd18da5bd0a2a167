import { z } from 'zod'
import { InvalidInputError } from '../errors.ts'

/** Longest message, UTF-16 units. */
export const LONGEST_MESSAGE = 5_000

/** Plain text; ends of lines count. */
export const messageBody = z
  .string()
  .transform(text => text.replaceAll('\r\n', '\n').replaceAll('\0', '').trim())
  .pipe(z.string().min(1).max(LONGEST_MESSAGE))

/** @throws InvalidInputError */
export function readMessageBody(input: unknown): string {
  const parsed = messageBody.safeParse(input)
  if (!parsed.success) throw new InvalidInputError({ body: 'text' })
  return parsed.data
}
