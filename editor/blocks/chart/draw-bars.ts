import { place, type Scale, scaleFor } from '../../core/drawing/scale.ts'
import type { Drawing, Shape } from '../../core/drawing/shape.ts'
import { lineWidth, wrapText } from '../../core/drawing/text-width.ts'
import { bar, ink, LINE, label, TARGET_DASH, TEXT, tickText } from './look.ts'
import type { Chart, ChartPoint, ChartSeries } from './model.ts'
import { sv } from './sv.ts'

const BAR = 16
const BAR_GAP = 4
const GROUP_GAP = 14
/** Between a bar and its words. */
const BESIDE = 6

const numbersOf = (series: ChartSeries[]): number[] =>
  series
    .flatMap(({ points, target }) => [...points.map(point => point.value), target?.value ?? null])
    .filter(value => value !== null)

/** What stands at the end of a bar: its value, or why there is none. */
const endText = ({ cell, value }: ChartPoint): string =>
  value === null && cell.label === sv.missing ? sv.missing : cell.text

interface Frame {
  left: number
  right: number
  scale: Scale
  tick: (value: number) => string
}

const widest = (texts: string[]): number => Math.max(0, ...texts.map(text => lineWidth(text, TEXT)))

function axis({ left, right, scale, tick: named }: Frame, top: number, bottom: number): Shape[] {
  return scale.ticks.flatMap((tick): Shape[] => {
    const x = place(scale, tick, left, right)
    const isZero = tick === 0
    const points = [
      [x, top],
      [x, bottom],
    ] as const
    return [
      { type: 'line', points, stroke: isZero ? ink.axis : ink.grid, width: 1 },
      label(named(tick), [x, bottom + LINE], 'middle', { color: ink.muted }),
    ]
  })
}

function oneBar(point: ChartPoint, look: number, y: number, frame: Frame): Shape[] {
  const { left, right, scale } = frame
  const zero = place(scale, 0, left, right)
  const baseline = y + BAR - 4
  if (point.value === null) return [label(endText(point), [zero + BESIDE, baseline], 'start', { color: ink.muted })]
  const end = place(scale, point.value, left, right)
  const rect = { x: Math.min(zero, end), y, width: Math.max(1, Math.abs(end - zero)), height: BAR }
  return [...bar(rect, look), label(point.cell.text, [Math.max(zero, end) + BESIDE, baseline])]
}

function targetMark(value: number, top: number, bottom: number, { left, right, scale }: Frame): Shape {
  const x = place(scale, value, left, right)
  return {
    type: 'line',
    points: [
      [x, top - 3],
      [x, bottom + 3],
    ],
    stroke: ink.target,
    width: 2,
    dash: TARGET_DASH,
  }
}

/** Lying bars, each indicator's name above its own: names are long, and nobody turns the head to read them. */
export function drawBars({ kind, isShare, series }: Chart, width: number): Drawing {
  const periods =
    kind === 'grouped' ? widest(series.flatMap(({ points }) => points.map(point => point.label))) + BESIDE : 0
  const values = widest(series.flatMap(({ points }) => points.map(endText))) + BESIDE
  const left = periods + 2
  const scale = scaleFor(numbersOf(series), width < 480 ? 4 : 5)
  const frame: Frame = { left, right: Math.max(left + 40, width - values), scale, tick: tickText(scale, isShare) }
  const shapes: Shape[] = []
  let y = 0
  for (const { name, points, target } of series) {
    const targetText = target ? sv.target(target.text) : ''
    const lines = wrapText(targetText ? `${name}, ${targetText}` : name, TEXT, width)
    for (const line of lines) {
      y += LINE
      shapes.push(label(line, [0, y - 4], 'start', { strong: true }))
    }
    const top = y
    for (const [index, point] of points.entries()) {
      if (kind === 'grouped') shapes.push(label(point.label, [0, y + BAR - 4], 'start', { color: ink.muted }))
      // The newest is the solid one, wherever it stands.
      shapes.push(...oneBar(point, points.length - 1 - index, y, frame))
      y += BAR + BAR_GAP
    }
    y -= BAR_GAP
    if (target?.value != null) shapes.push(targetMark(target.value, top, y, frame))
    y += GROUP_GAP
  }
  const bottom = y - GROUP_GAP + 6
  return { width, height: bottom + LINE + 6, shapes: [...axis(frame, 0, bottom), ...shapes] }
}
