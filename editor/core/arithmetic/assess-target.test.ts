import Big from 'big.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Better, Goal, Unit } from '../figure.ts'
import { assessTarget, type Measured } from './assess-target.ts'

const measured = (better: Better, unit: Unit = 'percent'): Measured => ({ better, unit })
const figure = (value: string | null, goal?: Goal) => ({ value, goal })

test.each([
  ['up', 'percent', '96', '95', 'met'],
  ['up', 'percent', '90', '95', 'near'],
  ['up', 'percent', '89.9', '95', 'missed'],
  ['down', 'count', '100', '100', 'met'],
  ['down', 'count', '110', '100', 'near'],
  ['down', 'count', '111', '100', 'missed'],
  ['down', 'count', '1', '0', 'missed'],
  ['same', 'count', '32', '32', 'met'],
  ['same', 'count', '33', '32', 'near'],
  ['same', 'count', '40', '32', 'missed'],
  ['up', 'index', '-8', '10', 'missed'],
  ['yes', 'yesno', '1', '1', 'met'],
  ['yes', 'yesno', '0', '1', 'missed'],
  ['none', 'count', '1', '1', 'unknown'],
] as const)('%s is better, in %s: %s of %s is %s', (better, unit, result, target, expected) => {
  expect(assessTarget(measured(better, unit), { result: figure(result), target: figure(target) })).toBe(expected)
})

test.each([
  ['increase', 'up', '13', '12', 'met'],
  ['increase', 'up', '12', '12', 'missed'],
  ['decrease', 'down', '11', '12', 'met'],
  ['decrease', 'down', '13', '12', 'missed'],
  ['keep', 'up', '32', '32', 'met'],
  ['keep', 'up', '40', '32', 'met'],
  ['keep', 'up', '31', '32', 'near'],
  ['keep', 'up', '20', '32', 'missed'],
  ['keep', 'same', '40', '32', 'missed'],
  ['keep', 'none', '32', '32', 'met'],
] as const)('"%s", %s is better: %s after %s is %s', (goal, better, result, before, expected) => {
  const figures = { result: figure(result), target: figure(null, goal) }
  expect(assessTarget(measured(better, 'count'), { ...figures, before: figure(before) })).toBe(expected)
  expect(assessTarget(measured(better, 'count'), figures)).toBe('unknown')
})

test('yes and no need nothing but the answer', () => {
  const of = (value: string, goal: Goal) =>
    assessTarget(measured('yes', 'yesno'), { result: figure(value), target: figure(null, goal) })
  expect([of('1', 'yes'), of('0', 'yes'), of('0', 'no'), of('1', 'no')]).toEqual(['met', 'missed', 'met', 'missed'])
})

test('"som riket" is judged by what others have, and by the national target where that is not there', () => {
  const figures = { result: figure('64'), target: figure(null, 'national') }
  const of = (more: object, better: Better = 'up') => assessTarget(measured(better), { ...figures, ...more })
  expect(of({ comparison: figure('62'), national: figure('90') })).toBe('met')
  expect(of({ comparison: figure('66') })).toBe('near')
  expect(of({ national: figure('90') })).toBe('missed')
  expect(of({ comparison: figure('62') }, 'down')).toBe('near')
  expect(of({})).toBe('unknown')
  expect(
    assessTarget(measured('comparison'), { result: figure('64'), target: undefined, comparison: figure('62') }),
  ).toBe('met')
})

test('what stands somewhere else, and what is missing, cannot be judged', () => {
  const up = measured('up')
  expect(assessTarget(up, { result: figure('64'), target: figure('60', 'reference') })).toBe('unknown')
  expect(assessTarget(up, { result: figure(null), target: figure('60') })).toBe('unknown')
  expect(assessTarget(up, { result: undefined, target: figure('60') })).toBe('unknown')
  expect(assessTarget(up, { result: figure('64'), target: undefined })).toBe('unknown')
})

test('a better result is never judged worse', () => {
  const value = fc.integer({ min: -1000, max: 1000 }).map(String)
  const rank = { missed: 0, near: 1, met: 2, unknown: -1 }
  fc.assert(
    fc.property(value, value, value, fc.constantFrom('percent' as const, 'count' as const), (a, b, target, unit) => {
      const [worse, better] = [a, b].toSorted((one, other) => new Big(one).cmp(other))
      const judge = (result = '', direction: Better = 'up') =>
        rank[assessTarget(measured(direction, unit), { result: figure(result), target: figure(target) })]
      expect(judge(better)).toBeGreaterThanOrEqual(judge(worse))
      expect(judge(worse, 'down')).toBeGreaterThanOrEqual(judge(better, 'down'))
    }),
  )
})
