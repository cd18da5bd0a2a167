import type { FileChild, IRunOptions, ParagraphChild } from 'docx'
import type { DocumentNode } from '../core/document-node.ts'
import type { ResolvedImage, ResolvedReport } from '../core/resolved-report.ts'
import type { Typeface } from '../core/typefaces.ts'

/** The list that a paragraph is an item of. */
export interface DocxList {
  kind: 'bullets' | 'numbers'
  /** Number of the first item. */
  start: number
  /** Depth, from 0. */
  level: number
  /** Lists with the same number count on from each other. */
  instance: number
}

/** What a block may look at and ask for when it writes itself into the Word file. */
export interface DocxContext {
  report: ResolvedReport
  typeface: Typeface
  /** Twentieths of a point that the block may fill in width. */
  width: number
  /** Style of running text: that of the place, such as table text. */
  paragraphStyle: string
  align: 'left' | 'right' | 'center'
  /** What all runs have in common here. */
  run: IRunOptions
  /** The list whose item the next paragraph begins; null in running text. */
  list: DocxList | null
  /** Depth of lists around the block, for what follows an item's first paragraph. */
  indent: number
  image: (imageId: string) => (ResolvedImage & { bytes: Uint8Array }) | null
  noteNumber: (footnote: DocumentNode) => number
  /** @param start number of its first item */
  nextList: (start: number) => number
  blocks: (nodes: DocumentNode[] | undefined, context: DocxContext) => FileChild[]
  inline: (nodes: DocumentNode[] | undefined, context: DocxContext) => ParagraphChild[]
}

/** A block's paragraphs and tables, or an inline block's runs. */
export type DocxBlock =
  | { kind: 'block'; render: (node: DocumentNode, context: DocxContext) => FileChild[] }
  | { kind: 'inline'; render: (node: DocumentNode, context: DocxContext) => ParagraphChild[] }

/** What a mark changes in the runs that it covers, or what it puts around them. */
export interface DocxMark {
  run: IRunOptions
  around: null | ((runs: ParagraphChild[], attrs: Record<string, unknown>) => ParagraphChild[])
}

/** The Word side of the registries, by ProseMirror name. */
export interface DocxOutputs {
  blocks: Record<string, DocxBlock>
  marks: Record<string, DocxMark>
}
