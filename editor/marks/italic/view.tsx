'use client'

import { Italic } from 'lucide-react'
import type { MarkView } from '../../surface/block-view.ts'
import { sv } from './sv.ts'

export const italic: MarkView = {
  extend: null,
  insert: [
    {
      group: 'mark',
      label: sv.label,
      icon: Italic,
      shortcut: 'Mod-i',
      isActive: editor => editor.isActive('italic'),
      isEnabled: editor => editor.can().toggleItalic(),
      run: editor => void editor.chain().focus().toggleItalic().run(),
      menu: null,
    },
  ],
}
