import { scaleFor } from '../../core/drawing/scale.ts'
import type { Drawing, LineShape, Point, Shape } from '../../core/drawing/shape.ts'
import { lineWidth } from '../../core/drawing/text-width.ts'
import { type Frame, xOf, yOf } from './line-frame.ts'
import { type EndLabel, endLabels, lastOf, legend, named } from './line-names.ts'
import { backed, gapText, ink, LINE, label, lookOf, TEXT, targetRule, tickText } from './look.ts'
import type { Chart, ChartPoint, ChartSeries } from './model.ts'
import { sv } from './sv.ts'

const PLOT_HEIGHT = 210
/** Room above the plot for the value of its highest point. */
const HEADROOM = 18
const NARROW = 480

/** The line in the pieces that hold together: it stops where a value is missing and where the series is broken. */
export function piecesOf(points: readonly ChartPoint[]): { index: number; value: number }[][] {
  const pieces: { index: number; value: number }[][] = [[]]
  for (const [index, { value, isBroken }] of points.entries()) {
    if (value === null || isBroken) pieces.push([])
    if (value !== null) pieces.at(-1)?.push({ index, value })
  }
  return pieces.filter(piece => piece.length > 0)
}

function grid(frame: Frame, labels: string[]): Shape[] {
  const { left, right, bottom, scale } = frame
  const rules = scale.ticks.flatMap((tick): Shape[] => {
    const y = yOf(frame, tick)
    const points: Point[] = [
      [left, y],
      [right, y],
    ]
    return [
      { type: 'line', points, stroke: tick === 0 ? ink.axis : ink.grid, width: 1 },
      label(frame.tick(tick), [left - 6, y + 4], 'end', { color: ink.muted }),
    ]
  })
  const step = (right - left) / Math.max(1, labels.length)
  // Where they have no room beside each other, every second or third is named, and the last.
  const every = Math.max(1, Math.ceil((Math.max(...labels.map(text => lineWidth(text, TEXT))) + 6) / step))
  const names = labels.flatMap((text, index) =>
    (labels.length - 1 - index) % every === 0
      ? [label(text, [xOf(frame, index), bottom + LINE], 'middle', { color: ink.muted })]
      : [],
  )
  return [...rules, ...names]
}

const targetLine = (value: number, frame: Frame): Shape[] =>
  targetRule([
    [frame.left, yOf(frame, value)],
    [frame.right, yOf(frame, value)],
  ])

function breakMark(index: number, frame: Frame): Shape[] {
  const x = (xOf(frame, index - 1) + xOf(frame, index)) / 2
  const points: Point[] = [
    [x, frame.top - 2],
    [x, frame.bottom],
  ]
  return [
    { type: 'line', points, stroke: ink.muted, width: 1, dash: [1, 3] },
    label(sv.breakMark, [x, frame.top - 5], 'middle', { color: ink.muted }),
  ]
}

function curve({ points }: ChartSeries, place: number, frame: Frame, withValues: boolean): Shape[] {
  const { stroke, dash, marker } = lookOf(place)
  const at = ({ index, value }: { index: number; value: number }): Point => [xOf(frame, index), yOf(frame, value)]
  const lines = piecesOf(points).map(
    (piece): LineShape => ({ type: 'line', points: piece.map(at), stroke, width: 2, dash }),
  )
  const marks = points.flatMap(({ value, cell }, index): Shape[] => {
    if (value === null) {
      const foot: Point = [xOf(frame, index), yOf(frame, 0) - 5]
      return withValues ? backed(label(gapText(cell), foot, 'middle', { color: ink.muted })) : []
    }
    const point = at({ index, value })
    return [...(withValues ? backed(label(cell.text, [point[0], point[1] - 9], 'middle')) : []), marker(point)]
  })
  return [...lines.filter(line => line.points.length > 1), ...marks]
}

/** Lines over time: with their names at their ends where there is room, with a key below them where there is none. */
export function drawLines({ series, isShare }: Chart, width: number): Drawing {
  const labels = series[0]?.points.map(point => point.label) ?? []
  const values = series.flatMap(({ points, target }) => [...points.map(({ value }) => value), target?.value ?? null])
  const scale = scaleFor(values.filter(value => value !== null))
  const tick = tickText(scale, isShare)
  const isAlone = series.length === 1
  const isNarrow = width < NARROW
  const hasBreaks = series.some(({ points }) => points.some(({ isBroken }) => isBroken))
  const top = HEADROOM + (hasBreaks ? LINE : 0)
  const frame: Frame = {
    left: Math.max(...scale.ticks.map(value => lineWidth(tick(value), TEXT))) + 8,
    right: isAlone || isNarrow ? width - 4 : Math.round(width * 0.7),
    top,
    bottom: top + PLOT_HEIGHT,
    scale,
    count: labels.length,
    tick,
  }
  const target = commonTarget(series)
  const withTargets = target ? series : series.map(withTarget)
  const breaks = new Set(series.flatMap(({ points }) => points.flatMap((point, at) => (point.isBroken ? [at] : []))))
  const hasEnds = !isAlone && !isNarrow
  const targetName = target ? sv.target(target.text) : ''
  const shapes: Shape[] = [
    ...grid(frame, labels),
    ...[...breaks].flatMap(index => breakMark(index, frame)),
    ...(target ? targetLine(target.value, frame) : []),
    ...series.flatMap((one, place) => curve(one, place, frame, isAlone)),
    ...(target && !hasEnds
      ? backed(label(targetName, [frame.right, yOf(frame, target.value) + 14], 'end', { color: ink.target }))
      : []),
  ]
  const bottom = frame.bottom + LINE + 6
  if (hasEnds) {
    const names = withTargets.map((one, place): EndLabel => {
      return { text: named(one), value: lastOf(one)?.value ?? null, color: lookOf(place).stroke }
    })
    const goal = target ? [{ text: targetName, value: target.value, color: ink.target }] : []
    const ends = endLabels([...names, ...goal], frame, width)
    const lowest = Math.max(bottom, ...ends.map(end => (end.type === 'text' ? end.y + 6 : 0)))
    return { width, height: lowest, shapes: [...shapes, ...ends] }
  }
  const key = legend(withTargets, bottom + 4, width, !isAlone)
  return { width, height: bottom + 4 + key.height, shapes: [...shapes, ...key.shapes] }
}

/** The target that all lines have; several would be taken for results, and are said in words. */
function commonTarget(series: ChartSeries[]): { value: number; text: string } | null {
  const [first] = series
  const value = first?.target?.value
  if (value == null || series.some(({ target }) => target?.value !== value)) return null
  return { value, text: first?.target?.text ?? '' }
}

const withTarget = (series: ChartSeries): ChartSeries =>
  series.target ? { ...series, name: `${series.name}, ${sv.target(series.target.text)},` } : series
