import { describe, expect, test } from 'vitest'
import { type Figure, type FigureRef, type FigureSet, figureKey, type Indicator } from '../../core/figure.ts'
import { sampleFigures } from '../../core/testing/sample-figures.ts'
import { boundText, formsOf, type NumberForm, smallNumberLimit } from './model.ts'

const share: Partial<Indicator> = { unit: 'percent', decimals: 1 }
const counted: Partial<Indicator> = { unit: 'count', decimals: 0 }

function text(indicator: Partial<Indicator>, form: NumberForm, ...values: (Partial<Figure> | string | null)[]): string {
  const { data, ref } = sampleFigures(indicator, ...values)
  return boundText({ ...ref, form }, data).text
}

describe('a share', () => {
  test.each<[NumberForm, string]>([
    ['value', '47,1'],
    ['unit', '47,1\u00a0procent'],
    ['sign', '47,1\u00a0%'],
    ['changed', 'minskat med 12,9\u00a0procentenheter'],
    ['changes', 'minskade med 12,9\u00a0procentenheter'],
    ['range', 'från 60,0 till 47,1\u00a0procent'],
  ])('as %s', (form, expected) => expect(text(share, form, '47.1', '60.0')).toBe(expected))

  test('that was measured says of how many', () => {
    const figure = { value: '84.03', numerator: '121', denominator: '144' }
    expect(text(share, 'fraction', figure)).toBe('121 av 144 (84\u00a0%)')
    expect(text(share, 'fraction', { ...figure, value: null })).toBe('[uppgift saknas]')
    expect(text(share, 'fraction', { ...figure, numerator: null })).toBe('[uppgift saknas]')
  })

  test('of one unit more is in the singular', () => {
    expect(text({ unit: 'percent', decimals: 0 }, 'changed', '69', '68')).toBe('ökat med 1\u00a0procentenhet')
  })

  test('is never said to have changed by percent', () => {
    expect(formsOf({ ...indicatorOf(share) })).not.toContain('changedPercent')
    expect(text(share, 'changedPercent', '60', '30')).toBe('[siffran finns inte]')
  })
})

describe('the word follows the value that is shown', () => {
  test.each([
    ['456', '243', 'ökat med 213'],
    ['243', '456', 'minskat med 213'],
    ['456', '456', 'varit oförändrat'],
    ['456.4', '456', 'varit oförändrat'],
  ])('%s after %s: %s', (now, before, expected) => expect(text(counted, 'changed', now, before)).toBe(expected))

  test('in percent, of what is no share', () => {
    expect(text(counted, 'changedPercent', '456', '243')).toBe('ökat med 88\u00a0procent')
    expect(text(counted, 'changedPercent', '3', '0')).toBe('[siffran finns inte]')
  })
})

describe('a break in the series', () => {
  const broken = { ...counted, breaks: [{ period: '2023-04', note: 'nytt system' }] }

  test.each<NumberForm>(['changed', 'changes', 'changedPercent', 'range'])('is not compared across, as %s', form => {
    const said = '[jämförs inte: serien bröts april 2023]'
    const { data, ref } = sampleFigures(broken, '456', '243')
    expect(boundText({ ...ref, form }, data)).toEqual({ text: said, gap: 'break' })
    expect(text(broken, form, '456', null)).toBe(said)
    expect(text({ ...broken, breaks: [{ period: '2021', note: 'nytt system' }] }, form, '456', '243')).toMatch(
      /ökat|ökade|från/,
    )
  })

  test('leaves the value itself alone', () => expect(text(broken, 'unit', '456', '243')).toBe('456'))
})

describe('a small number', () => {
  const limit = (indicator: Partial<Indicator>, form: NumberForm, ...values: (Partial<Figure> | string | null)[]) => {
    const { data, ref } = sampleFigures(indicator, ...values)
    return smallNumberLimit({ ...ref, form }, data)
  }
  const guarded = { ...counted, smallNumber: 5 }

  test.each<[string | Partial<Figure>, number | null]>([
    ['4', 5],
    ['1', 5],
    ['0', null],
    ['5', null],
    [{ value: null, status: 'suppressed' }, null],
  ])('%j is warned of by the limit: %s', (value, expected) => expect(limit(guarded, 'unit', value)).toBe(expected))

  test('is warned of where only the change tells it, and where it is the n of a share', () => {
    expect(limit(guarded, 'unit', '40', '3')).toBeNull()
    expect(limit(guarded, 'changed', '40', '3')).toBe(5)
    expect(limit({ ...share, smallNumber: 5 }, 'sign', { value: '50', numerator: '2', denominator: '4' })).toBe(5)
    expect(limit(counted, 'unit', '3')).toBeNull()
  })
})

test('amounts have their unit, what is counted has none, and other units their own word', () => {
  expect(text({ unit: 'tkr', decimals: 0 }, 'unit', '-8835')).toBe('\u22128\u00a0835\u00a0tkr')
  expect(text(counted, 'unit', '456')).toBe('456')
  expect(text({ unit: 'other', unitText: 'gram/portion', decimals: 0 }, 'unit', '146')).toBe('146\u00a0gram/portion')
  expect(text({ unit: 'yesno', decimals: 0 }, 'unit', '1')).toBe('ja')
})

test('a target in words is said in words', () => {
  expect(text(share, 'unit', { value: null, goal: 'increase' })).toBe('öka')
  expect(text(share, 'unit', { value: null, goal: 'reference', note: 'se budget' })).toBe('se budget')
})

describe('what is not known is said', () => {
  test.each<[string, Partial<Figure> | null, string]>([
    ['missing', { value: null }, '[uppgift saknas]'],
    ['not there', null, '[uppgift saknas]'],
    ['hidden by its source', { value: null, status: 'suppressed' }, '[uppgiften visas inte]'],
  ])('%s', (_, figure, expected) => {
    expect(text(counted, 'unit', figure)).toBe(expected)
    expect(text(counted, 'changed', '5', figure)).toBe(expected)
  })

  test('of an indicator that nobody has', () => {
    const ref: FigureRef = { indicatorId: 'gone', kind: 'result', period: '2023', gender: 'T' }
    const none: FigureSet = { indicators: {}, figures: {} }
    expect(boundText({ ...ref, form: 'unit' }, none)).toEqual({ text: '[siffran finns inte]', gap: 'unknown' })
    expect(figureKey(ref)).toBe('gone|result|2023|T')
  })
})

function indicatorOf(own: Partial<Indicator>): Indicator {
  const { data, ref } = sampleFigures(own, '1')
  return data.indicators[ref.indicatorId] as Indicator
}
