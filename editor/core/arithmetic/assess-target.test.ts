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
})

test('"better than the comparison" does not say which way, so only what is as its target can be judged', () => {
  const of = (result: string, target: string | null, goal?: Goal) =>
    assessTarget(measured('comparison', 'index'), {
      result: figure(result),
      target: target === null && !goal ? undefined : figure(target, goal),
      comparison: figure('62'),
      before: figure('60'),
    })
  expect([of('62', null, 'national'), of('62.0', '62'), of('60', null, 'keep')]).toEqual(['met', 'met', 'met'])
  expect([of('64', null, 'national'), of('61', null, 'national')]).toEqual(['unknown', 'unknown'])
  expect([of('64', '62'), of('61', '62'), of('61', null, 'keep')]).toEqual(['unknown', 'unknown', 'unknown'])
  expect([of('64', null), of('61', null), of('62', null)]).toEqual(['unknown', 'unknown', 'unknown'])
  // What the goal itself says the direction of needs no other.
  expect([of('61', null, 'increase'), of('61', null, 'decrease')]).toEqual(['met', 'missed'])
  const yes = (value: string) =>
    assessTarget(measured('comparison', 'yesno'), { result: figure(value), target: figure('1') })
  expect([yes('1'), yes('0')]).toEqual(['met', 'missed'])
})

test('nothing is judged against a comparison by a guess of the direction', () => {
  const value = fc.integer({ min: -100, max: 100 }).map(String)
  fc.assert(
    fc.property(value, value, value, (result, target, others) => {
      const judged = assessTarget(measured('comparison'), {
        result: figure(result),
        target: figure(target),
        comparison: figure(others),
      })
      expect(judged).toBe(result === target ? 'met' : 'unknown')
    }),
  )
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
