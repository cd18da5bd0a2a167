import { createElement } from 'react'
import { coordinate, SVG_ELEMENTS, svgAttributes } from '../../core/drawing/drawing-html.ts'
import type { Drawing } from '../../core/drawing/shape.ts'

/** Attributes of SVG that React knows by other names. */
const NAMES: Record<string, string> = {
  'stroke-width': 'strokeWidth',
  'stroke-dasharray': 'strokeDasharray',
  'font-size': 'fontSize',
  'font-weight': 'fontWeight',
  'text-anchor': 'textAnchor',
}

export interface DrawingViewProps {
  drawing: Drawing
  /** What it shows, in words. */
  label: string
  className: string
}

export function DrawingView({ drawing: { width, height, shapes }, label, className }: DrawingViewProps) {
  return (
    <svg
      className={className}
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${coordinate(height)}`}
      width={width}
      height={height}
    >
      {shapes.map((shape, index) => {
        const attributes = Object.entries(svgAttributes(shape)).map(([name, value]) => [NAMES[name] ?? name, value])
        const props = { key: index, ...Object.fromEntries(attributes) }
        return createElement(SVG_ELEMENTS[shape.type], props, shape.type === 'text' ? shape.text : undefined)
      })}
    </svg>
  )
}
