import type { DocumentNode } from '#editor/core/document-node.ts'

export type Change = 'same' | 'added' | 'removed' | 'changed'

/** A piece of running text, or one thing that stands in it (a note, a line break). */
export interface InlineDiff {
  /** `restyled`: the same words in another form, e.g. now bold. */
  change: 'same' | 'added' | 'removed' | 'restyled'
  /** "text", or the node's type. */
  type: string
  text: string
  marks: NonNullable<DocumentNode['marks']>
  /** The marks before, of what was restyled. */
  was: NonNullable<DocumentNode['marks']> | null
}

/** A block and what became of it. Plain JSON; a view renders it with `ins` and `del`. */
export interface BlockDiff {
  /** Type of the node: as it is now, or as it was where it is removed. */
  type: string
  change: Change
  /** The same block was removed in one place and added in another. */
  moved: boolean
  attrs: Record<string, unknown>
  /** Type and attributes before, where they changed. */
  was: { type: string; attrs: Record<string, unknown> } | null
  /** Of a block with running text. */
  inline: InlineDiff[] | null
  /** Of a block that holds blocks: lists, quotes, tables with their rows and cells. */
  children: BlockDiff[] | null
}

export interface SectionDiff {
  sectionId: string
  /** `unreadable`: one of the moments holds something that no editor of ours writes. */
  change: 'same' | 'changed' | 'unreadable'
  /** Empty where nothing changed. */
  blocks: BlockDiff[]
}
