import type { ReactNode } from 'react'
import type { CellTone } from '../../core/structure/print/nodes.ts'
import type { PdfContext } from '../pdf-block.ts'

export interface TableCell {
  colSpan: number
  rowSpan: number
  /** Null for a data cell. */
  scope: 'Row' | 'Column' | 'Both' | null
  /** `auto`: numbers to the right, words to the left, heads as their columns. */
  align: 'left' | 'right' | 'center' | 'auto'
  /** What the cell says, for `auto`. */
  text: string
  strong: boolean
  /** Background of the cell alone; without it, that of its row. */
  tone?: CellTone | null
  /** Longest word and longest line in points at the size of `context`, without padding. */
  widths: (context: Pick<PdfContext, 'size' | 'typeface'>) => { min: number; max: number }
  /** What stands in the cell, within `context.width`. */
  content: (context: PdfContext) => ReactNode
}

export interface TableRow {
  kind: 'head' | 'area' | 'body'
  cells: TableCell[]
}

/** A table as every block draws it: rows of kind `head` first, which come again on every page. */
export interface TableModel {
  caption: string | null
  rows: TableRow[]
}
