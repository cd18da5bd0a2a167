import type { DataCell } from '../../core/data-block/data-table.ts'
import { sv as dataWords } from '../../core/data-block/sv.ts'
import { hatch } from '../../core/drawing/hatch.ts'
import type { Scale } from '../../core/drawing/scale.ts'
import type { Point, PolygonShape, RectShape, Shape, TextShape } from '../../core/drawing/shape.ts'
import { lineWidth } from '../../core/drawing/text-width.ts'
import { formatNumber } from '../../core/format-number.ts'
import { sv } from './sv.ts'

/**
 * Contrast with white and with what stands beside it is 3:1 or more: `dark` 11:1 with white, `mid` 3.2:1 with white
 * and 3.5:1 with `dark`. Fills and lines differ in pattern too, so that paper without colours says the same.
 */
export const ink = {
  text: '#1a1f26',
  muted: '#535e6b',
  dark: '#1f3a5f',
  mid: '#7e92a8',
  grid: '#d5dce4',
  axis: '#535e6b',
  target: '#1a1f26',
  white: '#ffffff',
}

export const TEXT = 12
export const LINE = 16

export const label = (
  text: string,
  [x, y]: Point,
  anchor: TextShape['anchor'] = 'start',
  more: Partial<Pick<TextShape, 'color' | 'strong' | 'size'>> = {},
): TextShape => ({ type: 'text', x, y, text, size: TEXT, anchor, color: ink.text, ...more })

/** A text with white under it, so that lines stop before they cross it. */
export function backed(text: TextShape): Shape[] {
  const width = lineWidth(text.text, text.size) + 2
  const left = text.anchor === 'middle' ? text.x - width / 2 : text.anchor === 'end' ? text.x - width : text.x
  return [{ type: 'rect', x: left, y: text.y - text.size + 1, width, height: text.size + 2, fill: ink.white }, text]
}

/** A bar in the look of its place among several: solid, mid, and hatched in different ways. */
export function bar(rect: Omit<RectShape, 'type' | 'fill' | 'stroke'>, place: number): Shape[] {
  const solid: RectShape = { type: 'rect', ...rect, fill: place === 0 ? ink.dark : ink.mid }
  if (place < 2) return [solid]
  const hollow: RectShape = { ...solid, fill: ink.white, stroke: ink.dark }
  if (place === 2) return [hollow, ...hatch(hollow, ink.dark, { rising: true, gap: 5 })]
  if (place === 3) return [hollow, ...hatch(hollow, ink.dark, { rising: false, gap: 8 })]
  return [hollow]
}

interface LineLook {
  stroke: string
  dash?: number[]
  marker: (at: Point) => PolygonShape
}

const RADIUS = 4

const polygon =
  (fill: string, stroke: string, corners: readonly Point[]) =>
  ([x, y]: Point): PolygonShape => ({
    type: 'polygon',
    points: corners.map(([dx, dy]): Point => [x + dx * RADIUS, y + dy * RADIUS]),
    fill,
    stroke,
  })

const octagon = Array.from({ length: 8 }, (_, index): Point => {
  const angle = ((index + 0.5) * Math.PI) / 4
  return [Math.cos(angle), Math.sin(angle)]
})
const square: Point[] = [
  [-0.9, -0.9],
  [0.9, -0.9],
  [0.9, 0.9],
  [-0.9, 0.9],
]
const triangle: Point[] = [
  [0, -1.2],
  [1.1, 0.9],
  [-1.1, 0.9],
]
const diamond: Point[] = [
  [0, -1.3],
  [1.3, 0],
  [0, 1.3],
  [-1.3, 0],
]

/** Lines differ in stroke, marker and colour; any two of the three tell them apart. */
export const LINE_LOOKS: readonly LineLook[] = [
  { stroke: '#1f3a5f', marker: polygon('#1f3a5f', '#1f3a5f', octagon) },
  { stroke: '#a0430a', dash: [7, 4], marker: polygon('#ffffff', '#a0430a', square) },
  { stroke: '#2f6b3c', dash: [2, 3], marker: polygon('#2f6b3c', '#2f6b3c', triangle) },
  { stroke: '#6b3a7a', dash: [9, 3, 2, 3], marker: polygon('#ffffff', '#6b3a7a', diamond) },
]

export const lookOf = (place: number): LineLook => LINE_LOOKS[place % LINE_LOOKS.length] as LineLook

/** Where a target is: dashed, with white under it where it crosses bars. */
export const targetRule = (points: readonly Point[]): Shape[] => [
  { type: 'line', points, stroke: ink.white, width: 4 },
  { type: 'line', points, stroke: ink.target, width: 2, dash: [5, 3] },
]

/** What stands in place of a value that is not drawn. */
export const gapText = ({ text, label: words }: DataCell): string =>
  words === dataWords.missingLabel ? sv.missingShort : text

/** How the axis names its values. */
export const tickText =
  ({ decimals }: Scale, isShare: boolean) =>
  (value: number): string => {
    const text = formatNumber(String(value), decimals)
    return isShare ? `${text}\u00a0%` : text
  }
