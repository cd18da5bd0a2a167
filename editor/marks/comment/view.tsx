'use client'

import { MessageSquarePlus } from 'lucide-react'
import type { MarkView } from '../../surface/block-view.ts'
import { COMMENT_KEY } from '../../surface/comments/shortcut.ts'
import { sv } from './sv.ts'

/** No form that a person gives words: the tool asks the server for a thread, and the server marks them. */
export const comment: MarkView = {
  extend: null,
  insert: [
    {
      group: 'comment',
      label: sv.label,
      icon: MessageSquarePlus,
      shortcut: COMMENT_KEY,
      isActive: null,
      isEnabled: () => true,
      whileReading: true,
      run: (editor, tools) => tools.comment(editor),
      menu: null,
    },
  ],
}
