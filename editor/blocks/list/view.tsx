'use client'

import { List, ListOrdered } from 'lucide-react'
import type { BlockView } from '../../surface/block-view.ts'
import { sv } from './sv.ts'

export const bulletList: BlockView = {
  extend: null,
  insert: [
    {
      group: 'list',
      label: sv.bullet,
      icon: List,
      shortcut: 'Mod-Shift-8',
      isActive: editor => editor.isActive('bulletList'),
      isEnabled: editor => editor.can().toggleBulletList(),
      run: editor => void editor.chain().focus().toggleBulletList().run(),
      menu: null,
    },
  ],
}

export const orderedList: BlockView = {
  extend: null,
  insert: [
    {
      group: 'list',
      label: sv.ordered,
      icon: ListOrdered,
      shortcut: 'Mod-Shift-7',
      isActive: editor => editor.isActive('orderedList'),
      isEnabled: editor => editor.can().toggleOrderedList(),
      run: editor => void editor.chain().focus().toggleOrderedList().run(),
      menu: null,
    },
  ],
}

export const listItem: BlockView = { extend: null, insert: null }
