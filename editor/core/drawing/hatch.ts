import type { LineShape, Point, RectShape } from './shape.ts'

/** The points where a line at 45 degrees through the rectangle enters and leaves it; null where it only touches it. */
function cut({ x, y, width, height }: RectShape, offset: number, rising: boolean): readonly [Point, Point] | null {
  // Seen from the lower left corner the line is v = u − offset, from the upper left one v = u − offset downwards.
  const from = Math.max(0, offset)
  const to = Math.min(width, height + offset)
  if (to - from < 0.5) return null
  const at = (u: number): Point => [x + u, rising ? y + height - (u - offset) : y + (u - offset)]
  return [at(from), at(to)]
}

/** Lines across a rectangle, for who sees no colours and for paper without them. */
export function hatch(rect: RectShape, stroke: string, { rising, gap }: { rising: boolean; gap: number }): LineShape[] {
  const lines: LineShape[] = []
  for (let offset = gap - rect.height; offset < rect.width; offset += gap) {
    const points = cut(rect, offset, rising)
    if (points) lines.push({ type: 'line', points, stroke, width: 1 })
  }
  return lines
}
