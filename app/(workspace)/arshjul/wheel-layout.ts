import type { WheelState } from './sv.ts'

export interface WheelDay {
  /** ISO date, in the wheel's year. */
  date: string
  state: WheelState
}

export interface WheelMark extends WheelDay {
  x: number
  y: number
}

export interface WheelLayout {
  marks: WheelMark[]
  /** Where a stretch of the year holds more than there is room for. */
  more: { x: number; y: number; count: number }[]
}

/** Of the square that the wheel is drawn in, centre at 0. */
export const RADIUS = 200
export const INNER = 78
const OUTER = 160
const STEP = 12
/** Days that share a stretch, and so a row of marks from the inner ring outwards. */
const DAYS_TOGETHER = 6
const ROOM = Math.floor((OUTER - INNER) / STEP)

const dayOfYear = (date: string): number =>
  (Date.parse(`${date}T00:00:00Z`) - Date.parse(`${date.slice(0, 4)}-01-01T00:00:00Z`)) / 86_400_000

/** Where a share of the year is, clockwise from the top. @returns x and y at the distance from the centre */
export function at(share: number, distance: number): { x: number; y: number } {
  const angle = share * 2 * Math.PI
  const round = (value: number): number => Math.round(value * 100) / 100
  return { x: round(Math.sin(angle) * distance), y: round(-Math.cos(angle) * distance) }
}

export const shareOfYear = (date: string): number => dayOfYear(date) / 366

/** Those that most need somebody come nearest to the centre, where they are never left out. */
const URGENCY: WheelState[] = ['late', 'not-begun', 'draft', 'locked']

/** Places for the days, none upon another: what has the same stretch of the year stands in a row outwards. */
export function wheelLayout(days: readonly WheelDay[]): WheelLayout {
  const stretches = new Map<number, WheelDay[]>()
  for (const day of days) {
    const stretch = Math.floor(dayOfYear(day.date) / DAYS_TOGETHER)
    stretches.set(stretch, [...(stretches.get(stretch) ?? []), day])
  }
  const layout: WheelLayout = { marks: [], more: [] }
  for (const [stretch, together] of stretches) {
    const share = ((stretch + 0.5) * DAYS_TOGETHER) / 366
    const sorted = together.toSorted((one, other) => URGENCY.indexOf(one.state) - URGENCY.indexOf(other.state))
    for (const [index, day] of sorted.slice(0, ROOM).entries())
      layout.marks.push({ ...day, ...at(share, INNER + (index + 0.5) * STEP) })
    if (sorted.length > ROOM) layout.more.push({ ...at(share, OUTER + 8), count: sorted.length - ROOM })
  }
  return layout
}
