export type Point = readonly [x: number, y: number]

export interface RectShape {
  type: 'rect'
  x: number
  y: number
  width: number
  height: number
  fill: string
  stroke?: string
}

export interface LineShape {
  type: 'line'
  points: readonly Point[]
  stroke: string
  width: number
  /** Lengths of strokes and gaps; a whole line without. */
  dash?: readonly number[]
}

export interface PolygonShape {
  type: 'polygon'
  points: readonly Point[]
  fill: string
  stroke: string
}

export interface TextShape {
  type: 'text'
  /** Of its baseline; the side that `anchor` names. */
  x: number
  y: number
  text: string
  size: number
  anchor: 'start' | 'middle' | 'end'
  color: string
  strong?: boolean
}

export type Shape = RectShape | LineShape | PolygonShape | TextShape

/** What screen, HTML and PDF all draw, from the upper left corner. Lengths are pixels, and 0.75 points on paper. */
export interface Drawing {
  width: number
  height: number
  shapes: Shape[]
}
