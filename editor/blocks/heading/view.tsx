'use client'

import { Heading1, Heading2, type LucideIcon } from 'lucide-react'
import type { BlockView, Tool } from '../../surface/block-view.ts'
import { sv } from './sv.ts'

const level = (number: 4 | 5, label: string, icon: LucideIcon): Tool => ({
  group: 'block',
  label,
  icon,
  shortcut: `Mod-Shift-${number}`,
  isActive: editor => editor.isActive('heading', { level: number }),
  isEnabled: editor => editor.can().toggleHeading({ level: number }),
  run: editor => void editor.chain().focus().toggleHeading({ level: number }).run(),
  menu: null,
})

export const heading: BlockView = {
  // On a Swedish keyboard of Windows, Tiptap's own Ctrl+Alt+4 is the sign "$".
  extend: node => node.extend({ addKeyboardShortcuts: () => ({}) }),
  insert: [level(4, sv.heading, Heading1), level(5, sv.subheading, Heading2)],
}
