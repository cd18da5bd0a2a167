import { BulletList, ListItem, OrderedList } from '@tiptap/extension-list'
import type { BlockSchema } from '../../core/block.ts'

// Content stays lax: structure is checked, never enforced by ProseMirror, because a merge that breaks a strict
// expression makes the binding delete the whole node for everyone.
export const bulletList: BlockSchema = {
  node: BulletList.extend({ content: 'listItem*' }),
  html: null,
  text: null,
  figures: null,
}

export const orderedList: BlockSchema = {
  node: OrderedList.extend({ content: 'listItem*' }),
  html: null,
  text: null,
  figures: null,
}

export const listItem: BlockSchema = {
  node: ListItem.extend({ content: 'block*' }),
  html: null,
  text: null,
  figures: null,
}
