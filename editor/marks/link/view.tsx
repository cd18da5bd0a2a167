'use client'

import type { Editor } from '@tiptap/core'
import { Link } from 'lucide-react'
import type { MarkView, SurfaceTools } from '../../surface/block-view.ts'
import { LinkForm } from '../../surface/forms/link-form.tsx'
import { sv } from './sv.ts'

function openForm(editor: Editor, tools: SurfaceTools): void {
  // The whole link, wherever in it the caret stands.
  editor.commands.extendMarkRange('link')
  tools.openForm({
    title: editor.isActive('link') ? sv.edit : sv.label,
    size: 'sm',
    render: close => <LinkForm editor={editor} close={close} />,
  })
}

export const link: MarkView = {
  extend: mark =>
    mark.extend({
      // What is written after a link is not part of it.
      inclusive: false,
      // Every editor that starts would register the protocols of all again, and every one that ends would forget them.
      onCreate: () => {},
      onDestroy: () => {},
    }),
  insert: [
    {
      group: 'mark',
      label: sv.label,
      icon: Link,
      shortcut: 'Mod-k',
      isActive: editor => editor.isActive('link'),
      isEnabled: editor => editor.isEditable,
      run: openForm,
      menu: null,
    },
  ],
}
