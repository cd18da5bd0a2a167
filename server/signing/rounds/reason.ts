import { z } from 'zod'
import { InvalidInputError } from '../../errors.ts'

const given = z.string().trim().min(3).max(2000)

/** Why, in the person's words. @throws InvalidInputError (`reason`) */
export function readReason(input: unknown): string {
  const parsed = given.safeParse(input)
  if (!parsed.success) throw new InvalidInputError({ reason: parsed.error.issues[0]?.code ?? 'missing' })
  return parsed.data
}
