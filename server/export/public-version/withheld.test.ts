import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSmallNumber, SMALL_NUMBER } from '#editor/core/arithmetic/small-number.ts'
import { type Figure, type FigureSet, figureKey, type Indicator } from '#editor/core/figure.ts'
import { type Equation, equationsOf } from './equations.ts'
import { figureOf } from './quantity.ts'
import { figure, figureSet, type Place } from './testing/figures.ts'
import { withheldFigures } from './withheld.ts'

const indicator = (id: string, more: Partial<Indicator> = {}): Indicator => ({
  id,
  source: 'avvikelser',
  area: 'Avvikelser',
  name: id,
  unit: 'count',
  decimals: 0,
  better: 'down',
  smallNumber: 5,
  ...more,
})

/** "fall|2023|K" for what is withheld. */
const withheld = (set: FigureSet): string[] => [...withheldFigures(set)].map(key => key.replace('|result', '')).sort()

const counts = (values: Record<string, number>, more: Partial<Indicator> = {}): FigureSet => {
  const places = Object.keys(values).map(key => key.split('|') as Place)
  const ids = [...new Set(places.map(([id]) => id))]
  return figureSet(
    ids.map(id => indicator(id, more)),
    places.map(place => figure(place, String(values[place.join('|')]))),
  )
}

describe('what a public version leaves out', () => {
  it('is small numbers, never zero and never what is large enough', () => {
    const set = counts({ 'a|2023|T': 4, 'b|2023|T': 5, 'c|2023|T': 0, 'd|2023|T': 1 })
    expect(withheld(set)).toEqual(['a|2023|T', 'd|2023|T'])
  })

  it('follows the rule of the indicator', () => {
    expect(withheld(counts({ 'a|2023|T': 7 }, { smallNumber: 10 }))).toEqual(['a|2023|T'])
    const { smallNumber: _, ...free } = indicator('a')
    expect(withheld(figureSet([free], [figure(['a', '2023', 'T'], '3')]))).toEqual([])
  })

  it('is both women and men, or the one could be counted from the other and the total', () => {
    expect(withheld(counts({ 'a|2023|T': 40, 'a|2023|K': 37, 'a|2023|M': 3 }))).toEqual(['a|2023|K', 'a|2023|M'])
  })

  it('is one more month, the one that costs least, where the year says the rest', () => {
    const months = Object.fromEntries(
      Array.from({ length: 12 }, (_, i) => [`a|2023-${String(i + 1).padStart(2, '0')}|T`, i === 3 ? 2 : 20 - i]),
    )
    const year = Object.values(months).reduce((sum, value) => sum + value, 0)
    expect(withheld(counts({ ...months, 'a|2023|T': year }))).toEqual(['a|2023-04|T', 'a|2023-12|T'])
    expect(withheld(counts(months))).toEqual(['a|2023-04|T'])
  })

  it('is what follows from quarters, halves and months together', () => {
    const set = counts({
      'a|2023-H1|T': 30,
      'a|2023-K1|T': 27,
      'a|2023-04|T': 1,
      'a|2023-05..06|T': 2,
      'a|2023-K2|T': 3,
    })
    expect(withheld(set)).toEqual(['a|2023-04|T', 'a|2023-05..06|T', 'a|2023-K1|T', 'a|2023-K2|T'])
  })

  it('is another of the area where one is the total of the others', () => {
    const set = counts({ 'alla|2023|T': 60, 'fall|2023|T': 40, 'övriga|2023|T': 17, 'trycksår|2023|T': 3 })
    expect(withheld(set)).toEqual(['trycksår|2023|T', 'övriga|2023|T'])
    expect(
      withheld(counts({ 'alla|2023|T': 61, 'fall|2023|T': 40, 'övriga|2023|T': 17, 'trycksår|2023|T': 3 })),
    ).toEqual(['trycksår|2023|T'])
  })

  it('is a share whose numerator or n is small, with what it could be counted from', () => {
    const share = indicator('andel', { unit: 'percent' })
    const of = (gender: Figure['gender'], numerator: string, denominator: string) =>
      figure(['andel', '2023', gender], '50', { numerator, denominator })
    expect(withheld(figureSet([share], [of('T', '16', '34'), of('K', '13', '27'), of('M', '3', '7')]))).toEqual([
      'andel|2023|K',
      'andel|2023|M',
    ])
    expect(withheld(figureSet([share], [of('T', '16', '34'), of('K', '8', '17'), of('M', '8', '17')]))).toEqual([])
  })

  it('keeps hidden what the source hides', () => {
    const set = figureSet(
      [indicator('a')],
      [
        figure(['a', '2023', 'T'], '40'),
        figure(['a', '2023', 'K'], '37'),
        figure(['a', '2023', 'M'], null, { status: 'suppressed' }),
      ],
    )
    expect(withheld(set)).toEqual(['a|2023|K', 'a|2023|M'])
  })

  it('is no target and no value of others', () => {
    const set = figureSet([indicator('a')], [figure(['a', '2023', 'T'], '3', { kind: 'target' })])
    expect(withheld(set)).toEqual([])
  })
})

/** Rank of a system over a prime field: counted another way than in the code, and exact. */
const PRIME = 1_000_003n
const inverse = (value: bigint): bigint => {
  let [result, base, power] = [1n, value, PRIME - 2n]
  for (; power > 0n; power >>= 1n) {
    if (power & 1n) result = (result * base) % PRIME
    base = (base * base) % PRIME
  }
  return result
}
function rank(rows: bigint[][]): number {
  const left = rows.map(row => row.map(value => ((value % PRIME) + PRIME) % PRIME))
  let found = 0
  for (let column = 0; column < (left[0]?.length ?? 0); column++) {
    const at = left.findIndex((row, index) => index >= found && row[column] !== 0n)
    if (at < 0) continue
    const [lead = []] = left.splice(at, 1)
    left.splice(found, 0, lead)
    const scale = inverse(lead[column] ?? 1n)
    for (const [index, row] of left.entries()) {
      if (index <= found || !row[column]) continue
      const factor = ((row[column] ?? 0n) * scale) % PRIME
      for (const [place, value] of lead.entries())
        row[place] = ((((row[place] ?? 0n) - factor * value) % PRIME) + PRIME) % PRIME
    }
    found++
  }
  return found
}

/** Whether a reader who knows the equations and all that is shown can tell the quantity. */
function canBeTold(equations: Equation[], unknown: string[], quantity: string): boolean {
  const rows = equations.map(equation => unknown.map(name => BigInt(equation.get(name) ?? 0)))
  const only = unknown.map(name => (name === quantity ? 1n : 0n))
  return rank([...rows, only]) === rank(rows)
}

const PERIODS = ['2023', '2023-H1', '2023-H2', '2023-K1', '2023-K2', '2023-01', '2023-02', '2023-03', '2023-04..06']

it('never leaves a small number that can be counted from what is shown, whatever the figures', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 14 }), { minLength: 24, maxLength: 24 }),
      fc.subarray(PERIODS, { minLength: 1 }),
      fc.subarray(['T', 'K', 'M'] as const, { minLength: 1 }),
      (monthly, periods, genders) => {
        const counted = (gender: 'K' | 'M', period: string): number => {
          const [from = 1, to = 12] = {
            '2023': [1, 12],
            '2023-H1': [1, 6],
            '2023-H2': [7, 12],
            '2023-K1': [1, 3],
            '2023-K2': [4, 6],
            '2023-01': [1, 1],
            '2023-02': [2, 2],
            '2023-03': [3, 3],
            '2023-04..06': [4, 6],
          }[period] as [number, number]
          const offset = gender === 'K' ? 0 : 12
          return monthly.slice(offset + from - 1, offset + to).reduce((sum, value) => sum + value, 0)
        }
        const figures = periods.flatMap(period =>
          genders.map(gender =>
            figure(
              ['a', period, gender],
              String(gender === 'T' ? counted('K', period) + counted('M', period) : counted(gender, period)),
            ),
          ),
        )
        const set = figureSet([indicator('a')], figures)
        const hidden = withheldFigures(set)
        const equations = equationsOf({ indicators: set.indicators, figures })
        const names = [...new Set(equations.flatMap(equation => [...equation.keys()]))]
        const unknown = names.filter(name => {
          const key = figureOf(name)
          return key === null || hidden.has(key)
        })
        for (const one of figures) {
          if (!isSmallNumber(indicator('a'), one, SMALL_NUMBER)) continue
          expect(hidden.has(figureKey(one))).toBe(true)
          const name = `${figureKey(one)}#value`
          if (unknown.includes(name)) expect(canBeTold(equations, unknown, name)).toBe(false)
        }
      },
    ),
    { numRuns: 150 },
  )
})
