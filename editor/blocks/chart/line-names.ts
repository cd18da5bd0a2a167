import type { Point, Shape } from '../../core/drawing/shape.ts'
import { wrapText } from '../../core/drawing/text-width.ts'
import { type Frame, yOf } from './line-frame.ts'
import { LINE, label, lookOf, TEXT } from './look.ts'
import type { ChartPoint, ChartSeries } from './model.ts'

/** Length of the piece of a line that stands for it in a key. */
const SAMPLE = 28

export const lastOf = ({ points }: ChartSeries): ChartPoint | undefined =>
  points.findLast(({ value }) => value !== null)
export const named = (series: ChartSeries): string => `${series.name} ${lastOf(series)?.cell.text ?? ''}`.trim()

export interface EndLabel {
  text: string
  /** That it stands beside; null at the foot. */
  value: number | null
  color: string
}

/** Names beside the ends of the lines, moved apart where they would stand on each other. */
export function endLabels(names: EndLabel[], frame: Frame, width: number): Shape[] {
  const room = width - frame.right - 10
  const blocks = names
    .map(({ text, value, color }) => {
      const lines = wrapText(text, TEXT, room)
      const height = lines.length * (LINE - 2)
      const middle = value === null ? frame.bottom : yOf(frame, value)
      return { lines, height, middle, top: middle - height / 2, color }
    })
    .sort((a, b) => a.middle - b.middle)
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
export function legend(
  all: ChartSeries[],
  top: number,
  width: number,
  withValue: boolean,
): { shapes: Shape[]; height: number } {
  const shapes: Shape[] = []
  let y = top
  for (const [place, series] of all.entries()) {
    const { stroke, dash, marker } = lookOf(place)
    const sample: Point[] = [
      [2, y + 8],
      [2 + SAMPLE, y + 8],
    ]
    shapes.push({ type: 'line', points: sample, stroke, width: 2, dash }, marker([2 + SAMPLE / 2, y + 8]))
    for (const line of wrapText(withValue ? named(series) : series.name, TEXT, width - SAMPLE - 12)) {
      shapes.push(label(line, [SAMPLE + 12, y + 12]))
      y += LINE
    }
    y += 4
  }
  return { shapes, height: y - top }
}
