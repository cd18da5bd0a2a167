import Big from 'big.js'
import { isSmallNumber, SMALL_NUMBER } from '#editor/core/arithmetic/small-number.ts'
import { type Figure, type FigureSet, figureKey, type Indicator } from '#editor/core/figure.ts'
import { readPeriod } from '#editor/core/period.ts'
import { derivable } from './derivable.ts'
import { type Circle, equationsOf } from './equations.ts'
import { figureOf } from './quantity.ts'

/** Results alone are of people here: targets are wishes, and what others have they have shown themselves. */
const isOfPeople = ({ kind }: Figure): boolean => kind === 'result'

/** By the indicator's own rule; women and men by the common one where it has none, as the tables do. */
const isSmall = (indicator: Indicator, figure: Figure): boolean =>
  isSmallNumber(indicator, figure, figure.gender === 'T' ? undefined : SMALL_NUMBER)

function circlesOf({ indicators, figures }: FigureSet): Circle[] {
  const circles = new Map<string, Circle>()
  for (const key of Object.keys(figures).sort()) {
    const figure = figures[key]
    const indicator = figure && indicators[figure.indicatorId]
    if (!figure || !indicator || !isOfPeople(figure)) continue
    const name = indicator.area ? JSON.stringify([indicator.source, indicator.area]) : indicator.id
    const circle = circles.get(name) ?? { indicators, figures: [] }
    circles.set(name, circle)
    circle.figures.push(figure)
  }
  return [...circles.values()]
}

const months = ({ period }: Figure): number => {
  const read = readPeriod(period)
  return read ? read.to - read.from + 1 : Number.POSITIVE_INFINITY
}

/** Rather a part than its total, the shorter period, and the smallest number that is not small itself. */
function leastLoss(one: Figure, other: Figure): number {
  const size = ({ value, denominator }: Figure) => new Big(value ?? denominator ?? 0).abs()
  const isThin = (figure: Figure) => Number(size(figure).lt(SMALL_NUMBER))
  return (
    Number(one.gender === 'T') - Number(other.gender === 'T') ||
    months(one) - months(other) ||
    isThin(one) - isThin(other) ||
    size(one).cmp(size(other)) ||
    figureKey(one).localeCompare(figureKey(other), 'en')
  )
}

/** Women and men are shown together or not at all. */
function withPartner(key: string, byKey: Map<string, Figure>): string[] {
  const figure = byKey.get(key)
  if (!figure || figure.gender === 'T') return [key]
  return (['K', 'M'] as const).map(gender => figureKey({ ...figure, gender })).filter(one => byKey.has(one))
}

/** Keys of what one circle must not show. */
function withheldIn(circle: Circle): Set<string> {
  const byKey = new Map(circle.figures.map(figure => [figureKey(figure), figure]))
  const kept = new Set<string>()
  for (const figure of circle.figures) {
    const indicator = circle.indicators[figure.indicatorId]
    if (figure.status === 'suppressed' || (indicator && isSmall(indicator, figure))) kept.add(figureKey(figure))
  }
  if (kept.size === 0) return kept
  const hidden = new Set([...kept].flatMap(key => withPartner(key, byKey)))
  const equations = equationsOf(circle)
  // Potentials of periods are of no figure, and nobody knows them.
  const isUnknown = (name: string): boolean => {
    const key = figureOf(name)
    return key === null || hidden.has(key)
  }
  for (;;) {
    const ways = [...derivable(equations, isUnknown)].filter(([name]) => kept.has(figureOf(name) ?? ''))
    const shown = ways.map(([, from]) => from.flatMap(name => byKey.get(figureOf(name) ?? '') ?? []))
    const [least] = (shown.find(figures => figures.length > 0) ?? []).sort(leastLoss)
    if (!least) return hidden
    for (const key of withPartner(figureKey(least), byKey)) hidden.add(key)
  }
}

/**
 * Keys of the figures that a public version leaves out: small numbers by each indicator's rule, and so many others that
 * none of those can be counted from what is left, by women and men, by parts of the year, or by parts of a total.
 * What a source hides itself is kept hidden the same way.
 */
export const withheldFigures = (data: FigureSet): Set<string> =>
  new Set(circlesOf(data).flatMap(circle => [...withheldIn(circle)]))
