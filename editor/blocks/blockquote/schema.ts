import { Blockquote } from '@tiptap/extension-blockquote'
import type { BlockSchema } from '../../core/block.ts'

export const blockquote: BlockSchema = {
  node: Blockquote.extend({ content: 'block*' }),
  html: null,
  text: null,
  figures: null,
}
