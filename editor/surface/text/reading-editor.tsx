import type { Editor } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { EditorContent, useEditor } from '@tiptap/react'
import { type ReactNode, useMemo } from 'react'
import { viewExtensions } from '../../blocks/views.tsx'
import type { SectionStructure } from '../../core/report-page.ts'
import type { Room } from '../collab/room.ts'
import { sv as commentWords } from '../comments/sv.ts'
import { useSurface } from '../surface-context.ts'
import { sv as words } from '../sv.ts'
import { headingId } from './places.ts'
import { ReadOnly } from './read-only.ts'
import { useRoomView } from './use-room-view.ts'

export interface ReadingEditorProps {
  section: SectionStructure
  room: Room
  /** Shown until the editor is there. */
  children: ReactNode
}

/** A text that words can be chosen in, by pointer or keyboard, by those who comment on it and do not write it. */
export function ReadingEditor({ section, room, children }: ReadingEditorProps) {
  const surface = useSurface()
  const name = words.sectionName(section.number, section.heading)
  const extensions = useMemo(
    () => [
      ...viewExtensions,
      Collaboration.configure({ fragment: room.doc.getXmlFragment(section.id) }),
      ReadOnly.configure({
        comment: (editor: Editor) => surface.tools.comment(editor),
        leave: () => document.getElementById(headingId(section.id))?.focus(),
      }),
    ],
    [room, section.id, surface],
  )
  const editor = useEditor(
    {
      extensions,
      // Views offer nothing to change, but there is a caret: see ReadOnly.
      editable: false,
      enableCoreExtensions: { editable: false },
      immediatelyRender: false,
      shouldRerenderOnTransaction: false,
      injectCSS: false,
      editorProps: {
        attributes: {
          class: 'report-text',
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-readonly': 'true',
          'aria-label': commentWords.readLabel(name),
          inputmode: 'none',
          lang: 'sv',
        },
      },
      onFocus: ({ editor: focused }) => surface.active.set({ sectionId: section.id, editor: focused }),
    },
    [extensions],
  )
  useRoomView(editor, room, section.id)
  return editor ? <EditorContent editor={editor} /> : children
}
