import { place, type Scale, scaleFor } from '../../core/drawing/scale.ts'
import type { Drawing, LineShape, Point, Shape } from '../../core/drawing/shape.ts'
import { lineWidth, wrapText } from '../../core/drawing/text-width.ts'
import { ink, LINE, label, lookOf, TARGET_DASH, TEXT, tickText } from './look.ts'
import type { Chart, ChartPoint, ChartSeries } from './model.ts'
import { sv } from './sv.ts'

const PLOT_HEIGHT = 210
/** Room above the plot for the value of its highest point. */
const HEADROOM = 18
const NARROW = 480
const SAMPLE = 28

interface Frame {
  left: number
  right: number
  top: number
  bottom: number
  scale: Scale
  /** Points on the axis of time. */
  count: number
  tick: (value: number) => string
}

const xOf = ({ left, right, count }: Frame, index: number): number => {
  const step = (right - left) / Math.max(1, count)
  return left + step * (index + 0.5)
}
const yOf = ({ top, bottom, scale }: Frame, value: number): number => place(scale, value, bottom, top)

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

function targetLine(value: number, frame: Frame): LineShape {
  const y = yOf(frame, value)
  const points: Point[] = [
    [frame.left, y],
    [frame.right, y],
  ]
  return { type: 'line', points, stroke: ink.target, width: 1.5, dash: TARGET_DASH }
}

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
    if (value === null) return []
    const point = at({ index, value })
    return [marker(point), ...(withValues ? [label(cell.text, [point[0], point[1] - 9], 'middle')] : [])]
  })
  return [...lines.filter(line => line.points.length > 1), ...marks]
}

const lastValue = ({ points }: ChartSeries): string => points.findLast(({ value }) => value !== null)?.cell.text ?? ''
const named = (series: ChartSeries): string => `${series.name} ${lastValue(series)}`.trim()

/** Names beside the ends of the lines, moved apart where they would stand on each other. */
function endLabels(all: ChartSeries[], frame: Frame, width: number): Shape[] {
  const room = width - frame.right - 10
  const blocks = all
    .map((series, place) => {
      const end = series.points.findLast(({ value }) => value !== null)?.value ?? null
      const lines = wrapText(named(series), TEXT, room)
      const height = lines.length * (LINE - 2)
      const middle = end === null ? frame.bottom : yOf(frame, end)
      return { lines, height, top: middle - height / 2, color: lookOf(place).stroke }
    })
    .sort((a, b) => a.top - b.top)
  let floor = 0
  for (const block of blocks) {
    block.top = Math.max(block.top, floor)
    floor = block.top + block.height + 4
  }
  let ceiling = Math.max(frame.bottom + LINE, floor)
  for (const block of blocks.toReversed()) {
    block.top = Math.min(block.top, ceiling - block.height)
    ceiling = block.top - 4
  }
  return blocks.flatMap(({ lines, top, color }) =>
    lines.map((text, index) =>
      label(text, [frame.right + 10, top + (index + 0.8) * (LINE - 2)], 'start', { color, strong: true }),
    ),
  )
}

/** Below the lines, where there is no room beside them: a piece of each line with its marker and its name. */
function legend(all: ChartSeries[], top: number, width: number): { shapes: Shape[]; height: number } {
  const shapes: Shape[] = []
  let y = top
  for (const [place, series] of all.entries()) {
    const { stroke, dash, marker } = lookOf(place)
    const sample: Point[] = [
      [2, y + 8],
      [2 + SAMPLE, y + 8],
    ]
    shapes.push({ type: 'line', points: sample, stroke, width: 2, dash }, marker([2 + SAMPLE / 2, y + 8]))
    for (const line of wrapText(named(series), TEXT, width - SAMPLE - 12)) {
      shapes.push(label(line, [SAMPLE + 12, y + 12]))
      y += LINE
    }
    y += 4
  }
  return { shapes, height: y - top }
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
  // One target for all, or each line's own said in words: lines of several targets would be taken for results.
  const targets = new Map(series.flatMap(({ target }) => (target?.value == null ? [] : [[target.value, target.text]])))
  const isOneTarget = targets.size === 1 && series.every(({ target }) => target)
  const [target] = targets
  const breaks = new Set(series.flatMap(({ points }) => points.flatMap((point, at) => (point.isBroken ? [at] : []))))
  const shapes: Shape[] = [
    ...grid(frame, labels),
    ...[...breaks].flatMap(index => breakMark(index, frame)),
    ...(isOneTarget && target
      ? [
          targetLine(target[0], frame),
          label(sv.target(target[1]), [frame.left + 4, yOf(frame, target[0]) - 5], 'start', { color: ink.target }),
        ]
      : []),
    ...series.flatMap((one, place) => curve(one, place, frame, isAlone)),
  ]
  const bottom = frame.bottom + LINE + 6
  const withTargets = isOneTarget ? series : series.map(withTarget)
  if (isAlone) {
    const key = legend(withTargets, bottom + 4, width)
    return { width, height: bottom + 4 + key.height, shapes: [...shapes, ...key.shapes] }
  }
  if (!isNarrow) {
    const ends = endLabels(withTargets, frame, width)
    const lowest = Math.max(bottom, ...ends.map(end => (end.type === 'text' ? end.y + 6 : 0)))
    return { width, height: lowest, shapes: [...shapes, ...ends] }
  }
  const key = legend(withTargets, bottom + 4, width)
  return { width, height: bottom + 4 + key.height, shapes: [...shapes, ...key.shapes] }
}

const withTarget = (series: ChartSeries): ChartSeries =>
  series.target ? { ...series, name: `${series.name}, ${sv.target(series.target.text)},` } : series
