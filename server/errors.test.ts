import { expect, test, vi } from 'vitest'
import { isSamskriftError } from './errors.ts'

test('an error of another copy of the module is known, and one of nobody is not', async () => {
  vi.resetModules()
  const other = await import('./errors.ts')
  expect(other.isSamskriftError).not.toBe(isSamskriftError)
  expect(isSamskriftError(new other.NotFoundError('x'))).toBe(true)
  expect(isSamskriftError(Object.assign(new Error('x'), { code: 'not-found' }))).toBe(false)
})
