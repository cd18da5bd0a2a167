import { Node } from '@tiptap/core'
import type { BlockSchema } from '../../core/block.ts'

/** A note at the place it belongs to. Its text is edited in place and printed as a numbered note. */
const Footnote = Node.create({
  name: 'footnote',
  group: 'inline',
  inline: true,
  content: 'text*',
  isolating: true,
  parseHTML() {
    return [{ tag: 'span[data-footnote]' }]
  },
  renderHTML() {
    return ['span', { 'data-footnote': '' }, 0]
  },
})

export const footnote: BlockSchema = { node: Footnote, html: null, text: null, figures: null }
