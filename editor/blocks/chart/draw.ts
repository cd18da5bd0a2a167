import type { Drawing } from '../../core/drawing/shape.ts'
import { drawBars } from './draw-bars.ts'
import { drawLines } from './draw-lines.ts'
import { drawPanels } from './draw-panels.ts'
import type { Chart } from './model.ts'

/** Widths in pixels on a page and on a phone. */
export const WIDE = 620
export const NARROW = 320

/** The chart as it is drawn within a width, the same for screen and paper. */
export function drawChart(chart: Chart, width: number): Drawing {
  switch (chart.kind) {
    case 'bar':
    case 'grouped':
      return drawBars(chart, width)
    case 'line':
      return drawLines(chart, width)
    case 'panels':
      return drawPanels(chart, width)
  }
}
