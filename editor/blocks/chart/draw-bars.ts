import { place, type Scale, scaleFor } from '../../core/drawing/scale.ts'
import type { Drawing, Point, Shape } from '../../core/drawing/shape.ts'
import { lineWidth, wrapText } from '../../core/drawing/text-width.ts'
import { backed, bar, ink, LINE, label, TEXT, targetRule, tickText } from './look.ts'
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

/** Rules behind the bars of one indicator: its name stands free of them. */
const rules = ({ left, right, scale }: Frame, top: number, bottom: number): Shape[] =>
  scale.ticks.map(tick => {
    const x = place(scale, tick, left, right)
    const points: Point[] = [
      [x, top],
      [x, bottom],
    ]
    return { type: 'line', points, stroke: tick === 0 ? ink.axis : ink.grid, width: 1 }
  })

const ticksBelow = ({ left, right, scale, tick }: Frame, y: number): Shape[] =>
  scale.ticks.map(value => label(tick(value), [place(scale, value, left, right), y], 'middle', { color: ink.muted }))

/** Where the words of a bar begin: after it, and after the mark of the target where that would cross them. */
function besideBar(end: number, text: string, target: number | null): number {
  const at = end + BESIDE
  const isCrossed = target !== null && target > end - 2 && target < at + lineWidth(text, TEXT) + 2
  return isCrossed ? target + BESIDE : at
}

function oneBar(point: ChartPoint, look: number, y: number, frame: Frame, target: number | null): Shape[] {
  const { left, right, scale } = frame
  const zero = place(scale, 0, left, right)
  const baseline = y + BAR - 4
  const mark = target === null ? null : place(scale, target, left, right)
  const text = endText(point)
  if (point.value === null)
    return backed(label(text, [besideBar(zero, text, mark), baseline], 'start', { color: ink.muted }))
  const end = place(scale, point.value, left, right)
  const rect = { x: Math.min(zero, end), y, width: Math.max(1, Math.abs(end - zero)), height: BAR }
  return [...bar(rect, look), ...backed(label(text, [besideBar(Math.max(zero, end), text, mark), baseline]))]
}

function targetMark(value: number, top: number, bottom: number, { left, right, scale }: Frame): Shape[] {
  const x = place(scale, value, left, right)
  return targetRule([
    [x, top],
    [x, bottom + 4],
  ])
}

/** Lying bars, each indicator's name above its own: names are long, and nobody turns the head to read them. */
export function drawBars({ kind, isShare, series }: Chart, width: number): Drawing {
  const scale = scaleFor(numbersOf(series), width < 480 ? 4 : 5)
  const tick = tickText(scale, isShare)
  const isGrouped = kind === 'grouped'
  const periods = isGrouped ? widest(series.flatMap(({ points }) => points.map(point => point.label))) + BESIDE : 0
  const values = widest(series.flatMap(({ points }) => points.map(endText))) + 2 * BESIDE + 2
  const left = Math.max(periods, lineWidth(tick(scale.min), TEXT) / 2) + 2
  const frame: Frame = { left, right: Math.max(left + 40, width - values), scale, tick }
  const shapes: Shape[] = []
  let y = 0
  for (const { name, points, target } of series) {
    const lines = wrapText(target ? `${name}, ${sv.target(target.text)}` : name, TEXT, width)
    for (const line of lines) {
      y += LINE
      shapes.push(label(line, [0, y - 4], 'start', { strong: true }))
    }
    const bottom = y + points.length * (BAR + BAR_GAP) - BAR_GAP
    shapes.push(...rules(frame, y - 2, bottom + 4))
    for (const [index, point] of points.entries()) {
      const top = y + index * (BAR + BAR_GAP)
      if (isGrouped) shapes.push(label(point.label, [0, top + BAR - 4], 'start', { color: ink.muted }))
      // The newest is the solid one, wherever it stands.
      shapes.push(...oneBar(point, points.length - 1 - index, top, frame, target?.value ?? null))
    }
    if (target?.value != null) shapes.push(...targetMark(target.value, y, bottom, frame))
    y = bottom + GROUP_GAP
  }
  const height = y - GROUP_GAP + LINE + 6
  return { width, height: height + 6, shapes: [...shapes, ...ticksBelow(frame, height)] }
}
