import Big from 'big.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatNumber } from '../format-number.ts'
import { difference, percentChange } from './change.ts'
import { budgetUse, deviation } from './deviation.ts'
import { inUnit, isMoney, moneyDecimals } from './display-unit.ts'
import { extrapolateYear } from './extrapolate-year.ts'
import { meanPerMonth } from './mean.ts'
import { share } from './share.ts'
import { isSmallNumber } from './small-number.ts'
import { roundingShows, sum } from './sum.ts'

/** Decimals as they are stored: up to four digits after the point. */
const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), fc.integer({ min: 0, max: 4 }))
  .map(([digits, places]) => new Big(digits.toString()).div(new Big(10).pow(places)).toFixed())
const text = (value: Big | null): string | null => value?.toFixed() ?? null

describe('share', () => {
  test.each([
    ['121', '144', '84,0'],
    ['1991', '2386', '83,4'],
    ['0', '7', '0,0'],
  ])('%s of %s is %s %%', (numerator, denominator, expected) => {
    expect(formatNumber(share(numerator, denominator) ?? '-1', 1)).toBe(expected)
  })

  test('of nothing, or of what is missing, is missing', () => {
    expect([share('0', '0'), share(null, '7'), share('7', null)]).toEqual([null, null, null])
  })
})

describe('change', () => {
  test('between shares is the same number of procentenheter back again', () =>
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        expect(
          difference(a, b)
            ?.plus(difference(b, a) ?? 0)
            .eq(0),
        ).toBe(true)
      }),
    ))

  test('in percent is of the base, and flagged where that is small', () => {
    expect(text(percentChange('834', '184')?.percent.round(1) ?? null)).toBe('353.3')
    expect(percentChange('834', '184')?.isSmallBase).toBe(false)
    expect(formatNumber(percentChange('46', '3')?.percent ?? '0', 0)).toBe('1\u00a0433')
    expect(percentChange('46', '3')?.isSmallBase).toBe(true)
  })

  test('in percent of nothing, of a debt or of what is missing is not there', () => {
    expect([percentChange('5', '0'), percentChange('5', '-2'), percentChange(null, '2')]).toEqual([null, null, null])
    expect(difference(null, '2')).toBeNull()
  })

  test('in percent leads from the base to the value', () =>
    fc.assert(
      fc.property(decimal, decimal, (now, before) => {
        const change = percentChange(now, before)
        fc.pre(change !== null)
        const back = new Big(before).times(change.percent.div(100).plus(1))
        expect(back.minus(now).abs().lt('0.00001')).toBe(true)
      }),
    ))
})

describe('sum', () => {
  test('is the same in whatever order and whatever groups', () =>
    fc.assert(
      fc.property(fc.array(decimal), fc.nat(), (values, at) => {
        const cut = values.length ? at % values.length : 0
        const halves = [sum(values.slice(0, cut)), sum(values.slice(cut))]
        const total = sum(halves.map(half => text(half.total))).total
        expect(text(total)).toBe(text(sum(values.toReversed()).total))
      }),
    ))

  test('leaves out what is missing and says so, and of nothing is nothing', () => {
    expect(sum(['1.5', null, '2.5', null])).toEqual({ total: new Big(4), missing: 2 })
    expect(sum([null])).toEqual({ total: null, missing: 1 })
    expect(sum([])).toEqual({ total: null, missing: 0 })
  })

  test('never changes by what is missing', () =>
    fc.assert(
      fc.property(fc.array(decimal, { minLength: 1 }), fc.nat(5), (values, holes) => {
        const withHoles = sum([...values, ...Array.from({ length: holes }, () => null)])
        expect(withHoles).toEqual({ ...sum(values), missing: holes })
      }),
    ))

  test('says when rounding shows', () => {
    const parts = ['0.4', '0.4', '0.4'].map(value => new Big(value))
    expect(roundingShows(parts, new Big('1.2'), 0)).toBe(true)
    expect(roundingShows(parts, new Big('1.2'), 1)).toBe(false)
  })

  test('is off by rounding by at most half a unit per part', () =>
    fc.assert(
      fc.property(fc.array(decimal, { minLength: 1 }), fc.integer({ min: 0, max: 2 }), (values, decimals) => {
        const parts = values.map(value => new Big(value))
        const total = sum(values).total ?? new Big(0)
        const shown = parts.reduce((so, part) => so.plus(part.round(decimals, Big.roundHalfUp)), new Big(0))
        const unit = new Big(10).pow(-decimals)
        const off = shown.minus(total.round(decimals, Big.roundHalfUp)).abs()
        expect(off.lte(unit.times(values.length + 1).div(2))).toBe(true)
        expect(roundingShows(parts, total, decimals)).toBe(off.gt(0))
      }),
    ))
})

describe('rounding', () => {
  test('once is half away from zero, the same on both sides of it', () =>
    fc.assert(
      fc.property(decimal, fc.integer({ min: 0, max: 3 }), (value, decimals) => {
        const negated = new Big(value).times(-1)
        const bare = (printed: string): string => printed.replace('\u2212', '')
        expect(bare(formatNumber(negated, decimals))).toBe(bare(formatNumber(value, decimals)))
        const off = new Big(value).round(decimals, Big.roundHalfUp).minus(value).abs()
        expect(off.lte(new Big(10).pow(-decimals).div(2))).toBe(true)
      }),
    ))

  test('of a half goes away from zero, whatever stands before it', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), whole => {
        expect(new Big(`${whole}.5`).round(0, Big.roundHalfUp).toFixed()).toBe(String(whole + 1))
        expect(new Big(`-${whole}.5`).round(0, Big.roundHalfUp).toFixed()).toBe(String(-whole - 1))
      }),
    ))
})

describe('deviation', () => {
  test.each([
    ['72473', '98184', '-25711'],
    ['217691', '216589', '1102'],
    ['349396', '377612', '-28216'],
  ])('of a cost of %s against %s is %s', (budget, outcome, expected) => {
    expect(text(deviation(budget, outcome, 'cost-positive'))).toBe(expected)
  })

  test('says the same of the same costs, however they are signed', () =>
    fc.assert(
      fc.property(decimal, decimal, (budget, outcome) => {
        const signed = deviation(negate(budget), negate(outcome), 'cost-negative')
        expect(text(signed)).toBe(text(deviation(budget, outcome, 'cost-positive')))
      }),
    ))

  test('of a total is the total of the deviations', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(decimal, decimal), { minLength: 1 }),
        fc.constantFrom('cost-positive' as const, 'cost-negative' as const),
        (rows, convention) => {
          const parts = rows.map(([budget, outcome]) => text(deviation(budget, outcome, convention)))
          const [budget, outcome] = [0, 1].map(at => text(sum(rows.map(row => row[at] ?? null)).total))
          expect(text(sum(parts).total)).toBe(text(deviation(budget ?? null, outcome ?? null, convention)))
        },
      ),
    ))

  test('and use of a budget are missing where a part of them is', () => {
    expect([deviation(null, '1', 'cost-positive'), deviation('1', null, 'cost-negative')]).toEqual([null, null])
    expect([budgetUse('0', '1'), budgetUse(null, '1'), budgetUse('1', null)]).toEqual([null, null, null])
    expect(formatNumber(budgetUse('349396', '377612') ?? '0', 1)).toBe('108,1')
  })
})

const negate = (value: string): string => new Big(value).times(-1).toFixed()

describe('units of money', () => {
  const unit = fc.constantFrom('kr' as const, 'tkr' as const, 'mnkr' as const)

  test('there and back is the very same value, and the stored one is not touched', () =>
    fc.assert(
      fc.property(decimal, unit, unit, (value, from, to) => {
        const stored = new Big(value)
        const shown = inUnit(stored, from, to)
        expect(stored.toFixed()).toBe(new Big(value).toFixed())
        expect(inUnit(shown, to, from).eq(value)).toBe(true)
      }),
    ))

  test('are a thousand of each other', () => {
    expect(inUnit('-2498', 'tkr', 'mnkr').toFixed()).toBe('-2.498')
    expect(formatNumber(inUnit('-2498', 'tkr', 'mnkr'), moneyDecimals('mnkr'))).toBe('\u22122,5')
    expect(inUnit('1.5', 'mnkr', 'kr').toFixed()).toBe('1500000')
    expect(moneyDecimals('tkr')).toBe(0)
    expect([isMoney('tkr'), isMoney('percent')]).toEqual([true, false])
  })
})

describe('means', () => {
  test('a year goes on as it began', () => {
    expect(text(extrapolateYear('377612', { year: 2023, from: 1, to: 11 })?.round(0) ?? null)).toBe('411940')
    expect(extrapolateYear('5', { year: 2023, from: 4, to: 6 })).toBeNull()
    expect(extrapolateYear(null, { year: 2023, from: 1, to: 6 })).toBeNull()
    expect(text(meanPerMonth('24', 12))).toBe('2')
    expect(() => meanPerMonth('24', 0)).toThrow(RangeError)
  })

  test('a whole year is itself', () =>
    fc.assert(
      fc.property(decimal, value => {
        const off = extrapolateYear(value, { year: 2023, from: 1, to: 12 })?.minus(value)
        expect(off?.abs().lt('0.000001')).toBe(true)
      }),
    ))
})

describe('small numbers', () => {
  const of = (value: string | null, numerator: string | null = null, denominator: string | null = null) => ({
    value,
    numerator,
    denominator,
  })

  test('are counts, numerators and n from 1 up to the limit', () => {
    expect(isSmallNumber({ unit: 'count', smallNumber: 5 }, of('4'))).toBe(true)
    expect(isSmallNumber({ unit: 'persons', smallNumber: 5 }, of('5'))).toBe(false)
    expect(isSmallNumber({ unit: 'count', smallNumber: 5 }, of('0'))).toBe(false)
    expect(isSmallNumber({ unit: 'percent', smallNumber: 5 }, of('50', '2', '4'))).toBe(true)
    expect(isSmallNumber({ unit: 'percent', smallNumber: 5 }, of('2', '1', '50'))).toBe(true)
    expect(isSmallNumber({ unit: 'percent', smallNumber: 5 }, of('3', null, null))).toBe(false)
    expect(isSmallNumber({ unit: 'tkr', smallNumber: 5 }, of('3'))).toBe(false)
  })

  test('have the limit of the indicator, or the one that is asked for, or none', () => {
    expect(isSmallNumber({ unit: 'count', smallNumber: 10 }, of('7'), 5)).toBe(true)
    expect(isSmallNumber({ unit: 'count' }, of('4'), 5)).toBe(true)
    expect(isSmallNumber({ unit: 'count' }, of('4'))).toBe(false)
    expect(isSmallNumber({ unit: 'count', smallNumber: 5 }, of(null))).toBe(false)
  })
})
