import { place, type Scale } from '../../core/drawing/scale.ts'

/** Where lines are drawn, and how. */
export interface Frame {
  left: number
  right: number
  top: number
  bottom: number
  scale: Scale
  /** Points on the axis of time. */
  count: number
  tick: (value: number) => string
}

export const xOf = ({ left, right, count }: Frame, index: number): number => {
  const step = (right - left) / Math.max(1, count)
  return left + step * (index + 0.5)
}
export const yOf = ({ top, bottom, scale }: Frame, value: number): number => place(scale, value, bottom, top)
