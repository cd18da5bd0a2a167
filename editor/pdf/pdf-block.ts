import type { ReactElement, ReactNode } from 'react'
import type { DocumentNode } from '../core/document-node.ts'
import type { ResolvedImage, ResolvedReport } from '../core/resolved-report.ts'
import type { Typeface } from '../core/typefaces.ts'
import type { StructRole } from './struct.ts'
import type { TextSize } from './theme.ts'

/** What a block may look at and ask for when it writes itself into the PDF. */
export interface PdfContext {
  report: ResolvedReport
  /** Points that the block may fill in width. */
  width: number
  size: TextSize
  typeface: Typeface
  /** It stands on a page that lies (`layout` puts it there by the prop of that name). */
  isLying?: boolean
  /** Weight of running text, where it is not regular (heads of tables). */
  weight?: number
  align?: 'left' | 'right' | 'center'
  /** An id that no other element has, the same at every pass over the same report. */
  id: (prefix: string) => string
  image: (imageId: string) => (ResolvedImage & { bytes: Uint8Array }) | null
  noteNumber: (footnote: DocumentNode) => number
  /** Tag of a heading inside the section; levels follow each other without a gap, as PDF/UA-1 asks. */
  headingRole: (level: 4 | 5) => StructRole
  /**
   * Height in points that `element` takes at `width`. Null at the first pass, which only notes the question; the
   * report is then built again, in the same order, with the answers. For cells that stand beside several rows.
   */
  height: (width: number, element: () => ReactElement) => number | null
  /** Whether the element did not fit on one page, so that it must be cut. */
  tallerThanPage: (id: string) => boolean
  /** Children as block elements, in this context. */
  blocks: (nodes: DocumentNode[] | undefined, context: PdfContext) => ReactNode[]
  /** Children as runs of text, in this context. */
  inline: (nodes: DocumentNode[] | undefined, context: PdfContext) => ReactNode[]
}

/** A block's element in the PDF. Inline blocks give what may stand in a Text. */
export type PdfBlock = (node: DocumentNode, context: PdfContext) => ReactNode

/** A mark's element around the runs that it covers. */
export type PdfMark = (children: ReactNode, attrs: Record<string, unknown>, context: PdfContext) => ReactNode

/** The PDF side of the registries, by ProseMirror name. */
export interface PdfOutputs {
  blocks: Record<string, PdfBlock>
  marks: Record<string, PdfMark>
}
