import type { Styles } from '@react-pdf/renderer'
import type { CellTone } from '../../core/structure/print/nodes.ts'
import { color, tone as tones } from '../theme.ts'
import type { TableRow } from './table-model.ts'

/**
 * Room above and below a table, points. It belongs to its head and its last row: room of the table itself would break
 * off at the end of a page and take a copy of the head along.
 */
export const SPACE = { before: 6, after: 12 }

export const padding = { x: 5, y: 3.5 }

/** Background of a row. On the row, not its cells: between cells it would show seams. */
export const rowBackground = (kind: TableRow['kind']): Styles[string] =>
  kind === 'body' ? {} : { backgroundColor: color.shade }

/** Background of a graded cell: its neighbours have others, so no seam shows. */
export const toneBackground = (tone: CellTone | null | undefined): Styles[string] =>
  tone ? { backgroundColor: tones[tone] } : {}

/** Thin rules between rows, a stronger one under the head and at the end of the table. */
export const ruleBelow = (strong: boolean): Styles[string] => ({
  borderBottomWidth: strong ? 0.9 : 0.5,
  borderBottomColor: strong ? color.accent : color.rule,
})

export function cellStyle(kind: TableRow['kind']): Styles[string] {
  return {
    paddingHorizontal: padding.x,
    paddingVertical: padding.y,
    rowGap: 3,
    justifyContent: kind === 'head' ? 'flex-end' : 'flex-start',
  }
}
