import { escapeHtml } from '../escape-html.ts'
import type { Drawing, Point, Shape } from './shape.ts'

/** Hundredths are finer than any screen or printer. */
export const coordinate = (value: number): string => String(Math.round(value * 100) / 100)

export const pointList = (points: readonly Point[]): string =>
  points.map(([x, y]) => `${coordinate(x)},${coordinate(y)}`).join(' ')

/** The attributes of a shape's SVG element, by their names in SVG. */
export function svgAttributes(shape: Shape): Record<string, string | number> {
  switch (shape.type) {
    case 'rect': {
      const { x, y, width, height, fill, stroke } = shape
      const place = { x: coordinate(x), y: coordinate(y), width: coordinate(width), height: coordinate(height) }
      return { ...place, fill, ...(stroke && { stroke }) }
    }
    case 'line':
      return {
        points: pointList(shape.points),
        fill: 'none',
        stroke: shape.stroke,
        'stroke-width': shape.width,
        ...(shape.dash && { 'stroke-dasharray': shape.dash.join(' ') }),
      }
    case 'polygon':
      return { points: pointList(shape.points), fill: shape.fill, stroke: shape.stroke }
    case 'text':
      return {
        x: coordinate(shape.x),
        y: coordinate(shape.y),
        'font-size': shape.size,
        'text-anchor': shape.anchor,
        fill: shape.color,
        ...(shape.strong && { 'font-weight': 600 }),
      }
  }
}

export const SVG_ELEMENTS = { rect: 'rect', line: 'polyline', polygon: 'polygon', text: 'text' } as const

const attributesHtml = (attributes: Record<string, string | number>): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeHtml(String(value))}"`)
    .join('')

function shapeHtml(shape: Shape): string {
  const name = SVG_ELEMENTS[shape.type]
  return `<${name}${attributesHtml(svgAttributes(shape))}>${shape.type === 'text' ? escapeHtml(shape.text) : ''}</${name}>`
}

/** The drawing as an SVG element. @param label what it shows, in words */
export function drawingHtml({ width, height, shapes }: Drawing, label: string, className: string): string {
  const size = `viewBox="0 0 ${width} ${coordinate(height)}" width="${width}" height="${coordinate(height)}"`
  return `<svg class="${className}" role="img" aria-label="${escapeHtml(label)}" ${size}>${shapes.map(shapeHtml).join('')}</svg>`
}
