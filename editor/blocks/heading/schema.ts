import { Heading } from '@tiptap/extension-heading'
import type { BlockSchema } from '../../core/block.ts'

/** Headings inside a section. Levels 1 to 3 belong to the report's own sections. */
export const heading: BlockSchema = {
  node: Heading.configure({ levels: [4, 5] }),
  html: null,
  text: null,
  figures: null,
}
