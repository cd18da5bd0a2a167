'use client'

import { Quote } from 'lucide-react'
import type { BlockView } from '../../surface/block-view.ts'
import { sv } from './sv.ts'

export const blockquote: BlockView = {
  extend: null,
  insert: [
    {
      group: 'list',
      label: sv.label,
      icon: Quote,
      shortcut: 'Mod-Shift-b',
      isActive: editor => editor.isActive('blockquote'),
      isEnabled: editor => editor.can().toggleBlockquote(),
      run: editor => void editor.chain().focus().toggleBlockquote().run(),
      menu: null,
    },
  ],
}
