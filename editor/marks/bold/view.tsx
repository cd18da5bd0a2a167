'use client'

import { Bold } from 'lucide-react'
import type { MarkView } from '../../surface/block-view.ts'
import { sv } from './sv.ts'

export const bold: MarkView = {
  extend: null,
  insert: [
    {
      group: 'mark',
      label: sv.label,
      icon: Bold,
      shortcut: 'Mod-b',
      isActive: editor => editor.isActive('bold'),
      isEnabled: editor => editor.can().toggleBold(),
      run: editor => void editor.chain().focus().toggleBold().run(),
      menu: null,
    },
  ],
}
