import { place, type Scale, scaleFor } from '../../core/drawing/scale.ts'
import type { Drawing, LineShape, Point, Shape } from '../../core/drawing/shape.ts'
import { lineWidth, wrapText } from '../../core/drawing/text-width.ts'
import { backed, bar, gapText, ink, LINE, label, TEXT, targetRule } from './look.ts'
import type { Chart, ChartPoint, ChartSeries } from './model.ts'
import { sv } from './sv.ts'

const PANEL_HEIGHT = 110
const PANEL_WIDTH = 180
const GAP = 22

interface Panel {
  left: number
  top: number
  width: number
  scale: Scale
}

const numbersOf = ({ points, target }: ChartSeries): number[] =>
  [...points.map(point => point.value), target?.value ?? null].filter(value => value !== null)

interface Column {
  bar: Shape[]
  words: Shape[]
}

function column(point: ChartPoint, look: number, center: number, width: number, panel: Panel): Column {
  const { top, scale } = panel
  const bottom = top + PANEL_HEIGHT
  const zero = place(scale, 0, bottom, top)
  const name = label(point.label, [center, bottom + LINE], 'middle', { color: ink.muted })
  if (point.value === null)
    return { bar: [], words: [label(gapText(point.cell), [center, zero - 5], 'middle', { color: ink.muted }), name] }
  const end = place(scale, point.value, bottom, top)
  const rect = { x: center - width / 2, y: Math.min(zero, end), width, height: Math.max(1, Math.abs(end - zero)) }
  const valueAt = point.value < 0 ? Math.max(zero, end) + 13 : Math.min(zero, end) - 5
  return { bar: bar(rect, look), words: [...backed(label(point.cell.text, [center, valueAt], 'middle')), name] }
}

const across = ({ left, width }: Panel, y: number): Point[] => [
  [left, y],
  [left + width, y],
]

const down = (x: number, top: number, bottom: number): LineShape => ({
  type: 'line',
  points: [
    [x, top],
    [x, bottom],
  ],
  stroke: ink.muted,
  width: 1,
  dash: [1, 3],
})

function panelShapes({ points, target }: ChartSeries, panel: Panel): Shape[] {
  const { left, top, width, scale } = panel
  const bottom = top + PANEL_HEIGHT
  const step = width / Math.max(1, points.length)
  const columns = points.map((point, index) => {
    // The newest is the solid one, those before are all alike: their years stand under them.
    const look = index === points.length - 1 ? 0 : 1
    return column(point, look, left + step * (index + 0.5), Math.min(44, step * 0.62), panel)
  })
  const breaks = points.flatMap(({ isBroken }, index) =>
    isBroken ? [down(left + step * index, top - LINE, bottom)] : [],
  )
  const axis: LineShape = {
    type: 'line',
    points: across(panel, place(scale, 0, bottom, top)),
    stroke: ink.axis,
    width: 1,
  }
  const goal = target?.value == null ? [] : targetRule(across(panel, place(scale, target.value, bottom, top)))
  return [...columns.flatMap(one => one.bar), axis, ...breaks, ...goal, ...columns.flatMap(one => one.words)]
}

/** Values that do not fit above their bars beside each other. */
const isTight = (series: ChartSeries[], width: number): boolean =>
  series.some(({ points }) =>
    points.some(({ cell, label: name }) =>
      [cell.text, name].some(text => lineWidth(text, TEXT) > width / Math.max(1, points.length)),
    ),
  )

/** A small chart of standing bars for each indicator. Shares have one scale, so that their heights can be compared. */
export function drawPanels({ series, isShare }: Chart, width: number): Drawing {
  const most = Math.max(1, Math.floor((width + GAP) / (PANEL_WIDTH + GAP)))
  let across = Math.min(most, series.length)
  const widthOf = (): number => (width - GAP * (across - 1)) / across
  while (across > 1 && isTight(series, widthOf())) across--
  const panelWidth = across === 1 ? Math.min(width, 420) : widthOf()
  const all = scaleFor(series.flatMap(numbersOf))
  const shapes: Shape[] = []
  let top = 0
  for (let first = 0; first < series.length; first += across) {
    const row = series.slice(first, first + across)
    const titles = row.map(({ name, target }) =>
      wrapText(target ? `${name}, ${sv.target(target.text)}` : name, TEXT, panelWidth),
    )
    const plotTop = top + Math.max(...titles.map(lines => lines.length)) * LINE + LINE + 6
    for (const [index, one] of row.entries()) {
      const left = index * (panelWidth + GAP)
      const lines = titles[index] ?? []
      shapes.push(
        ...lines.map((text, line) => label(text, [left, top + (line + 1) * LINE - 4], 'start', { strong: true })),
        ...panelShapes(one, {
          left,
          top: plotTop,
          width: panelWidth,
          scale: isShare ? all : scaleFor(numbersOf(one)),
        }),
      )
    }
    top = plotTop + PANEL_HEIGHT + LINE + GAP
  }
  return { width, height: Math.max(LINE, top - GAP + 6), shapes }
}
