import { describe, expect, test } from 'vitest'
import { figureSet, type GivenFigure } from '../../core/data-block/testing/figure-set.ts'
import type { Drawing, TextShape } from '../../core/drawing/shape.ts'
import { lineWidth } from '../../core/drawing/text-width.ts'
import type { FigureSet } from '../../core/figure.ts'
import { drawChart, NARROW, WIDE } from './draw.ts'
import { piecesOf } from './draw-lines.ts'
import { chartData, chartFixture } from './fixture.ts'
import { ink, LINE_LOOKS } from './look.ts'
import { chartModel } from './model.ts'
import { chartHtml } from './output.ts'
import { CHART_KINDS, readChartQuery } from './query.ts'
import { chart as schema } from './schema.ts'

const NBSP = '\u00a0'

const model = (attrs: Record<string, unknown>, data: FigureSet) =>
  chartModel(readChartQuery({ type: 'chart', attrs: { year: 2023, caption: 'C', ...attrs } }), data)

const textsOf = ({ shapes }: Drawing): TextShape[] => shapes.filter(shape => shape.type === 'text')
const wordsOf = (drawing: Drawing): string[] => textsOf(drawing).map(({ text }) => text)

const years = (id: string, values: (string | null)[]): GivenFigure[] =>
  values.map((value, index) => [id, 'result', String(2024 - values.length + index), value])

const history = figureSet(
  [
    { id: 'a', name: 'Rapporterade fall', unit: 'count', breaks: [{ period: '2023-04', note: 'Nytt system.' }] },
    { id: 'b', name: 'Åtgärdsplan vid risk för trycksår på alla särskilda boenden', decimals: 1 },
    { id: 'c', name: 'Smärtskattad', decimals: 1 },
    { id: 'd', name: 'Kostnad', unit: 'tkr' },
  ],
  [
    ...years('a', ['140', '151', null, '184', '834']),
    ...years('b', ['61.2', '64', '70.5', '71', '74.4']),
    ...years('c', ['81.2', '77', '79', '70', '73']),
    ...years('d', ['-10', '-25711', '0', '3082', '120']),
    ['b', 'target', '2023', '80'],
    ['c', 'target', '2023', '80'],
    ['a', 'target', '2023', null, { goal: 'decrease' }],
  ],
)

describe('in words', () => {
  test('a chart says every value and its target, from the figures themselves', () => {
    expect(chartModel(readChartQuery(chartFixture), chartData).description).toBe(
      `Stapeldiagram: Dokumenterat brytpunktssamtal 2022 60,0${NBSP}%, 2023 47,1${NBSP}%. Målet är 70,0${NBSP}%. ` +
        `Smärtskattad sista levnadsveckan 2022 23,3${NBSP}%, 2023 58,8${NBSP}%. Målet är 75,0${NBSP}%.`,
    )
  })

  test('what is missing, broken or a target in words is said', () => {
    expect(model({ indicatorIds: ['a'], kind: 'line' }, history).description).toBe(
      'Linjediagram: Rapporterade fall (antal) 2019 140, 2020 151, 2021 uppgift saknas, 2022 184, 2023 834. ' +
        'Målet är minska. Brott i tidsserien före 2023.',
    )
  })
})

describe('a drawing', () => {
  const all = { indicatorIds: ['a', 'b', 'c', 'd'], spread: '4' }

  test.each(CHART_KINDS.flatMap(kind => [WIDE, NARROW].map(width => [kind, width] as const)))(
    'of kind %s keeps its words within %i pixels, and nothing is taller than it',
    (kind, width) => {
      for (const indicatorIds of [all.indicatorIds, ['b', 'c'], ['d'], ['a']]) {
        const drawing = drawChart(model({ ...all, indicatorIds, kind }, history), width)
        for (const { x, y, text, size, anchor } of textsOf(drawing)) {
          const wide = lineWidth(text, size)
          const left = anchor === 'start' ? x : anchor === 'end' ? x - wide : x - wide / 2
          // The estimate is on the safe side: what it says is out by little is not.
          expect(left, text).toBeGreaterThanOrEqual(-6)
          expect(left + wide, text).toBeLessThanOrEqual(width + 12)
          expect(y).toBeGreaterThan(0)
          expect(y).toBeLessThanOrEqual(drawing.height)
        }
        for (const shape of drawing.shapes)
          if (shape.type === 'rect') expect(shape.y + shape.height).toBeLessThanOrEqual(drawing.height)
      }
    },
  )

  test('names every value beside its bar, and says where one is missing', () => {
    const words = wordsOf(drawChart(model({ indicatorIds: ['a'], kind: 'grouped', spread: '4' }, history), WIDE))
    for (const word of ['2019', '140', '2021', 'uppgift saknas', '834']) expect(words).toContain(word)
  })

  test('has bars as long as their values', () => {
    const { shapes } = drawChart(model({ indicatorIds: ['b'], kind: 'grouped' }, history), WIDE)
    const bars = shapes.filter(shape => shape.type === 'rect').filter(({ fill }) => fill !== ink.white)
    const [before, now] = bars.map(({ width }) => width)
    expect((now ?? 0) / (before ?? 1)).toBeCloseTo(74.4 / 71, 5)
  })

  test('grows to the left from nothing where a value is negative', () => {
    const { shapes } = drawChart(model({ indicatorIds: ['d'], kind: 'grouped', spread: '3' }, history), WIDE)
    const bars = shapes
      .filter(shape => shape.type === 'rect')
      .filter(({ fill, stroke }) => fill !== ink.white || stroke)
    const [debt, , gain] = bars
    expect((debt?.x ?? 0) + (debt?.width ?? 0)).toBeCloseTo(gain?.x ?? -1, 5)
  })
})

describe('lines', () => {
  test('stop where a value is missing and where the series is broken', () => {
    const [series] = model({ indicatorIds: ['a'], kind: 'line' }, history).series
    expect(piecesOf(series?.points ?? []).map(piece => piece.map(({ value }) => value))).toEqual([
      [140, 151],
      [184],
      [834],
    ])
  })

  test('are named at their ends where there is room, and below where there is none, with one target for all', () => {
    const both = model({ indicatorIds: ['b', 'c'], kind: 'line' }, history)
    for (const width of [WIDE, NARROW]) {
      const words = wordsOf(drawChart(both, width)).join(' ')
      for (const word of ['Smärtskattad', `73,0${NBSP}%`, `mål 80,0${NBSP}%`]) expect(words).toContain(word)
    }
  })

  test('have their names in the order of their ends', () => {
    const words = textsOf(drawChart(model({ indicatorIds: ['b', 'c'], kind: 'line', target: false }, history), WIDE))
    const [higher, lower] = [`74,4${NBSP}%`, `73,0${NBSP}%`].map(value =>
      words.find(({ text }) => text.endsWith(value)),
    )
    expect(higher?.y).toBeLessThan(lower?.y ?? 0)
  })

  test('that are too many, or of different units, become small charts', () => {
    expect(model({ indicatorIds: ['b', 'c'], kind: 'line' }, history).kind).toBe('line')
    expect(model({ indicatorIds: ['a', 'b'], kind: 'line' }, history).kind).toBe('panels')
    const five = figureSet(
      Array.from({ length: 5 }, (_, index) => ({ id: `i${index}` })),
      [],
    )
    expect(model({ indicatorIds: Object.keys(five.indicators), kind: 'line' }, five).kind).toBe('panels')
  })
})

test('months stand without the period that they are of, and without the target of the year', () => {
  const data = figureSet(
    [{ id: 'a', unit: 'count' }],
    [
      ['a', 'result', '2023-01', '4'],
      ['a', 'result', '2023-02', '6'],
      ['a', 'result', '2023-01..02', '10'],
      ['a', 'target', '2023-01..02', '8'],
    ],
  )
  const { series } = model({ indicatorIds: ['a'], kind: 'line', part: '01..02', spread: 'months' }, data)
  expect(series[0]?.points.map(({ label, value }) => [label, value])).toEqual([
    ['jan', 4],
    ['feb', 6],
  ])
  expect(series[0]?.target).toBeNull()
})

test('what is hidden is not drawn, and not in the page', () => {
  const data = figureSet([{ id: 'a', unit: 'count' }], [['a', 'result', '2023', '3', { status: 'suppressed' }]])
  const chart = model({ indicatorIds: ['a'] }, data)
  expect(chart.series[0]?.points[0]?.value).toBeNull()
  expect(wordsOf(drawChart(chart, WIDE))).toContain('<5')
  expect(chartHtml(chart)).toContain('färre än 5')
})

test('every figure has its key in the table of the chart', () => {
  const html = schema.html?.(chartFixture, { data: chartData, imageUrl: String }, String) ?? ''
  expect(html.match(/data-figure="[^"]+"/g)).toHaveLength(6)
  expect(html).toContain('<summary>Visa som tabell</summary>')
})

test('moves on with the years that it shows', () => {
  const attrs = { indicatorIds: ['a'], year: 2023, caption: '2019–2023', kind: 'line' }
  expect(schema.moveOn?.({ type: 'chart', attrs }, 1).attrs).toMatchObject({ year: 2024, caption: '2020–2024' })
})

/** Contrast of two colours, WCAG 2.2. */
function contrast(one: string, other: string): number {
  const luminance = (hex: string): number => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map(at => {
      const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

test('colours are told apart from white and from what they stand beside', () => {
  expect(contrast(ink.dark, ink.white)).toBeGreaterThan(3)
  expect(contrast(ink.mid, ink.white)).toBeGreaterThan(3)
  expect(contrast(ink.dark, ink.mid)).toBeGreaterThan(3)
  for (const text of [ink.text, ink.muted, ink.target, ...LINE_LOOKS.map(({ stroke }) => stroke)])
    expect(contrast(text, ink.white)).toBeGreaterThan(4.5)
  expect(new Set(LINE_LOOKS.map(({ dash }) => String(dash))).size).toBe(LINE_LOOKS.length)
})
