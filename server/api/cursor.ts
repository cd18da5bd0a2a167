import { z } from 'zod'
import { faultsOf } from './faults-of.ts'
import { ApiProblem } from './problem.ts'

const keys = z.array(z.string().max(300)).min(1).max(6)

/** Where the next page begins: the key of the last row of this one. */
export const writeCursor = (key: readonly string[]): string => Buffer.from(JSON.stringify(key)).toString('base64url')

/** @param length parts of the key @throws ApiProblem */
export function readCursor(text: string | undefined, length: number): string[] | null {
  if (text === undefined) return null
  try {
    const key = keys.parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
    if (key.length === length && key.every(part => !part.includes('\0'))) return key
  } catch {
    // Said below, as for one with another length.
  }
  throw new ApiProblem('invalid-query', {
    detail: 'cursor är inte från en tidigare sida.',
    errors: [{ pointer: '/cursor', detail: 'Använd adressen i next som den är.' }],
  })
}

/** @throws ApiProblem for a parameter that is unknown, wrong or given twice */
export function readQuery<T>(request: Request, schema: z.ZodType<T>): T {
  const given = new URL(request.url).searchParams
  const twice = [...new Set(given.keys())].filter(name => given.getAll(name).length > 1)
  const parsed = schema.safeParse(Object.fromEntries(given), { reportInput: true })
  const errors = [
    ...twice.map(name => ({ pointer: `/${name}`, detail: 'Får anges en gång.' })),
    ...(parsed.success ? [] : faultsOf(parsed.error)),
    ...[...given]
      .filter(([, value]) => value.includes('\0'))
      .map(([name]) => ({ pointer: `/${name}`, detail: 'Går inte att läsa.' })),
  ]
  if (errors.length || !parsed.success) throw new ApiProblem('invalid-query', { detail: 'Se errors.', errors })
  return parsed.data
}

/** The address of the next page: what was asked for, from there on. */
export function nextAddress(request: Request, last: readonly string[]): string {
  const url = new URL(request.url)
  url.searchParams.set('cursor', writeCursor(last))
  return `${url.pathname}${url.search}`
}
