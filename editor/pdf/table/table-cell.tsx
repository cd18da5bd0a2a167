import type { Styles } from '@react-pdf/renderer'
import type { ReactElement } from 'react'
import { View } from '../elements.ts'
import type { PdfContext } from '../pdf-block.ts'
import type { Struct } from '../struct.ts'
import type { PlacedCell } from './grid.ts'
import type { TableCell, TableRow } from './table-model.ts'
import { cellStyle, padding, ruleBelow, toneBackground } from './table-style.ts'

export interface DrawnCell {
  placed: PlacedCell<TableCell>
  kind: TableRow['kind']
  /** Points from the left edge of the table, and in width. */
  left: number
  width: number
  align: 'left' | 'right' | 'center'
  /** Whether the strong rule stands under it. */
  last: boolean
}

function cellStruct({ placed }: DrawnCell, context: PdfContext): Struct {
  const { cell, colSpan, rowSpan } = placed
  const id = context.id('cell')
  return cell?.scope ? { role: 'TH', id, scope: cell.scope, colSpan, rowSpan } : { role: 'TD', id, colSpan, rowSpan }
}

/** One cell, as wide as its columns. `style` places it where rows do not. */
export function tableCell(drawn: DrawnCell, context: PdfContext, style: Styles[string] = {}): ReactElement {
  const { cell, column, row } = drawn.placed
  return (
    <View
      key={`${row}-${column}`}
      struct={cellStruct(drawn, context)}
      style={{
        ...cellStyle(drawn.kind),
        ...toneBackground(cell?.tone),
        ...ruleBelow(drawn.last),
        width: drawn.width,
        ...style,
      }}
    >
      {cell?.content({
        ...context,
        width: drawn.width - 2 * padding.x,
        align: drawn.align,
        weight: cell.strong ? 600 : context.weight,
      })}
    </View>
  )
}
