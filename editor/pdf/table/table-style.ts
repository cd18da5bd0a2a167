import type { Styles } from '@react-pdf/renderer'
import { color } from '../theme.ts'
import type { TableRow } from './table-model.ts'

export const padding = { x: 5, y: 3.5 }

/** Thin rules between rows, a stronger one under the head and at the end of the table. */
export function cellStyle(kind: TableRow['kind'], last: boolean): Styles[string] {
  return {
    paddingHorizontal: padding.x,
    paddingVertical: padding.y,
    borderBottomWidth: last ? 0.9 : 0.5,
    borderBottomColor: last ? color.accent : color.rule,
    backgroundColor: kind === 'body' ? undefined : color.shade,
    justifyContent: kind === 'head' ? 'flex-end' : 'flex-start',
  }
}
