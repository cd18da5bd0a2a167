import { Node } from '@tiptap/core'
import type { BlockSchema } from '../../core/block.ts'
import { sv } from './sv.ts'

/** What follows begins a page, in files that have pages. */
const PageBreak = Node.create({
  name: 'pageBreak',
  group: 'block',
  atom: true,
  draggable: true,
  parseHTML: () => [{ tag: 'div[data-page-break]' }],
  renderHTML: () => ['div', { 'data-page-break': '', role: 'separator', 'aria-label': sv.label }],
})

export const pageBreak: BlockSchema = {
  node: PageBreak,
  html: null,
  text: null,
  figures: null,
  // Another report has its own pages.
  still: () => [],
}
