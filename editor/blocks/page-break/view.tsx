'use client'

import { SeparatorHorizontal } from 'lucide-react'
import type { BlockView } from '../../surface/block-view.ts'
import { insertBlock, isOutsideTable } from '../../surface/insert-block.ts'
import { sv } from './sv.ts'

export const pageBreak: BlockView = {
  extend: null,
  insert: [
    {
      group: 'insert',
      label: sv.label,
      icon: SeparatorHorizontal,
      shortcut: null,
      isActive: editor => editor.isActive('pageBreak'),
      isEnabled: isOutsideTable,
      run: editor => void insertBlock(editor, { type: 'pageBreak' }),
      menu: null,
    },
  ],
}
