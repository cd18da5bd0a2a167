import Big from 'big.js'
import { type Figure, type FigureSet, figureKey } from '#editor/core/figure.ts'
import { readPeriod } from '#editor/core/period.ts'
import { hasPart, PARTS, type Part, quantity } from './quantity.ts'

/** A sum of quantities that is 0: what anybody may count with, by name with its factor. */
export type Equation = ReadonlyMap<string, number>

/** Figures of one area of one source: nothing outside it is counted together with them. */
export interface Circle {
  indicators: FigureSet['indicators']
  figures: Figure[]
}

/** Everybody is women and men. */
function ofGenders({ indicators, figures }: Circle, byKey: Map<string, Figure>): Equation[] {
  return figures.flatMap(total => {
    const indicator = indicators[total.indicatorId]
    if (total.gender !== 'T' || !indicator) return []
    const [women, men] = (['K', 'M'] as const).map(gender => byKey.get(figureKey({ ...total, gender })))
    if (!women || !men) return []
    const all = [total, women, men]
    return PARTS.filter(part => all.every(figure => hasPart(indicator, figure, part))).map(
      part => new Map(all.map((figure, index) => [quantity(figureKey(figure), part), index === 0 ? 1 : -1])),
    )
  })
}

/** How much there was from the beginning up to a month: a period is the difference of two such. */
const upTo = ({ indicatorId, kind, gender }: Figure, part: Part, month: number): string =>
  `${[indicatorId, kind, gender, part].join('|')}@${month}`

/** A year is its months, its quarters, and what is left of it when some of them are taken away. */
function ofPeriods({ indicators, figures }: Circle): Equation[] {
  return figures.flatMap(figure => {
    const indicator = indicators[figure.indicatorId]
    const period = readPeriod(figure.period)
    if (!indicator || !period) return []
    const begin = period.year * 12 + period.from - 1
    const end = period.year * 12 + period.to
    return PARTS.filter(part => hasPart(indicator, figure, part)).map(
      part =>
        new Map([
          [quantity(figureKey(figure), part), 1],
          [upTo(figure, part, begin), 1],
          [upTo(figure, part, end), -1],
        ]),
    )
  })
}

/** An indicator that is the total of the others of its area, as the figures themselves show. */
function ofTotals({ indicators, figures }: Circle): Equation[] {
  const groups = new Map<string, Figure[]>()
  for (const figure of figures) {
    const indicator = indicators[figure.indicatorId]
    if (!indicator || indicator.doesNotSum || figure.value === null || !hasPart(indicator, figure, 'value')) continue
    const key = [figure.kind, figure.period, figure.gender, indicator.unit].join('|')
    groups.set(key, [...(groups.get(key) ?? []), figure])
  }
  return [...groups.values()].flatMap(group => {
    const sum = group.reduce((total, { value }) => total.plus(value ?? 0), new Big(0))
    const total = group.find(({ value }) => sum.gt(0) && sum.eq(new Big(value ?? 0).times(2)))
    if (group.length < 3 || !total) return []
    return [new Map(group.map(figure => [quantity(figureKey(figure), 'value'), figure === total ? 1 : -1]))]
  })
}

/** All that can be counted between the figures of a circle. */
export function equationsOf(circle: Circle): Equation[] {
  const byKey = new Map(circle.figures.map(figure => [figureKey(figure), figure]))
  return [...ofGenders(circle, byKey), ...ofPeriods(circle), ...ofTotals(circle)]
}
