import type { Mark, Node } from '@tiptap/core'
import type { DataTable } from './data-block/data-table.ts'
import type { DocumentNode } from './document-node.ts'
import type { FigureRef, FigureSet } from './figure.ts'

/** What a block may look at when it writes itself out. */
export interface RenderContext {
  data: FigureSet
  /** URL of an image by its id. */
  imageUrl: (imageId: string) => string
}

/** The headless side of a block: no React, no DOM. */
export interface BlockSchema {
  node: Node
  /** HTML where it differs from the node's own `renderHTML` (data blocks); null otherwise. `inner` is that of its children. */
  html: null | ((node: DocumentNode, context: RenderContext, inner: () => string) => string)
  /** Plain text where it is more than the text of the children, which is `inner`; null otherwise. */
  text: null | ((node: DocumentNode, context: RenderContext, inner: () => string) => string)
  /** Figures that the block shows; null for a block without live data. */
  figures: null | ((node: DocumentNode) => FigureRef[])
  /** What it becomes in a report that accounts for so many years later; without it, it stays as it is. */
  moveOn?: (node: DocumentNode, years: number) => DocumentNode
  /**
   * What it becomes where another report shows it: figures as they stand in its own report, and nothing that would
   * stand among the other's headings. Without it, it stays as it is.
   */
  still?: (node: DocumentNode, data: FigureSet) => DocumentNode[]
  /** Its live figures as a table, for files of figures; none for a block that shows none, or only within its text. */
  table?: (node: DocumentNode, data: FigureSet) => DataTable
}

export interface MarkSchema {
  mark: Mark
}
