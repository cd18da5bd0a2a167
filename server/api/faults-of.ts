import type { z } from 'zod'
import type { BodyFault } from './problem.ts'

const MAX_FAULTS = 100

type Issue = z.core.$ZodIssue

const pointerOf = (path: PropertyKey[]): string =>
  path.map(part => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

const listed = (values: readonly unknown[]): string => values.map(value => `"${String(value)}"`).join(', ')

/** Schemas say in Swedish what they ask for; what zod itself says is put into Swedish here. */
function detailOf(issue: Issue): string {
  if (issue.code === 'unrecognized_keys') return `Känner inte igen ${listed(issue.keys)}. Ta bort det.`
  if (issue.code === 'invalid_value') return `Ska vara ett av ${listed(issue.values)}.`
  if (issue.code === 'too_big' && issue.origin === 'array') return `Högst ${issue.maximum} får skickas på en gång.`
  if (issue.code === 'too_small' && issue.origin === 'array') return 'Minst ett ska skickas.'
  if (issue.code === 'too_big') return `Får vara högst ${issue.maximum}${issue.origin === 'string' ? ' tecken' : ''}.`
  if (issue.code === 'too_small') return `Ska vara minst ${issue.minimum}${issue.origin === 'string' ? ' tecken' : ''}.`
  if (issue.code === 'custom' || issue.code === 'invalid_format') return issue.message
  if (issue.code === 'invalid_union') return issue.message
  return issue.input === undefined ? 'Saknas.' : 'Har fel typ.'
}

/** What is wrong in a body, at most a hundred places. */
export const faultsOf = (error: z.ZodError): BodyFault[] =>
  error.issues.slice(0, MAX_FAULTS).map(issue => ({ pointer: pointerOf(issue.path), detail: detailOf(issue) }))
