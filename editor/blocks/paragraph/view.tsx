'use client'

import { Pilcrow } from 'lucide-react'
import type { BlockView } from '../../surface/block-view.ts'
import { sv } from './sv.ts'

export const paragraph: BlockView = {
  extend: null,
  insert: [
    {
      group: 'block',
      label: sv.label,
      icon: Pilcrow,
      shortcut: 'Mod-Shift-0',
      isActive: editor => editor.isActive('paragraph'),
      isEnabled: editor => editor.isEditable,
      run: editor => void editor.chain().focus().setParagraph().run(),
      menu: null,
    },
  ],
}
