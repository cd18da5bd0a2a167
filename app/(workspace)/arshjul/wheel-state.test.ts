import { expect, test } from 'vitest'
import { stateOf, stateOfNotBegun } from './wheel-state.ts'

const TODAY = '2026-03-02'

test('what nobody has begun is late the day after its own, as a report that is not locked', () => {
  expect(stateOfNotBegun({ deadline: '2026-03-01' }, TODAY)).toBe('late')
  expect(stateOfNotBegun({ deadline: TODAY }, TODAY)).toBe('not-begun')
  expect(stateOf({ locked: false, deadline: '2026-03-01', local: [] }, TODAY)).toBe('late')
  expect(stateOf({ locked: false, deadline: TODAY, local: [] }, TODAY)).toBe('draft')
  expect(stateOf({ locked: true, deadline: '2026-03-01', local: [] }, TODAY)).toBe('locked')
})
