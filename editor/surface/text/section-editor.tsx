import type { Editor } from '@tiptap/core'
import { isChangeOrigin } from '@tiptap/extension-collaboration'
import { Selection } from '@tiptap/pm/state'
import { EditorContent, useEditor } from '@tiptap/react'
import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import type { SectionStructure } from '../../core/report-page.ts'
import type { Room } from '../collab/room.ts'
import { useSurface } from '../surface-context.ts'
import { sv as words } from '../sv.ts'
import { focusToolbar, headingId, KEYS_ID } from './places.ts'
import { sectionExtensions } from './section-extensions.ts'
import { sv } from './sv.ts'
import { useRoomView } from './use-room-view.ts'

/** A click, in the window's coordinates, that came before the editor did. */
export interface Click {
  x: number
  y: number
}

export interface SectionEditorProps {
  section: SectionStructure
  room: Room
  /** Takes the focus as soon as it can, with the caret where the click was. */
  focusAt: Click | null
  /** Shown until the editor is there. */
  children: ReactNode
}

function focusClick(editor: Editor, { x, y }: Click): void {
  const found = editor.view.posAtCoords({ left: x, top: y })
  editor.commands.focus(found ? found.pos : 'end', { scrollIntoView: false })
}

export function SectionEditor({ section, room, focusAt, children }: SectionEditorProps) {
  const surface = useSurface()
  const current = useRef(section)
  current.current = section

  const extensions = useMemo(
    () =>
      sectionExtensions({
        room,
        sectionId: section.id,
        mover: surface.mover,
        loose: surface.loose,
        comments: surface.comments,
        placeholder: () => sv.placeholder(current.current.guidance),
        colourOf: surface.colourOf,
        tools: surface.tools,
        focusToolbar,
        leave: () => document.getElementById(headingId(section.id))?.focus(),
      }),
    [room, section.id, surface],
  )

  const editor = useEditor(
    {
      extensions,
      immediatelyRender: false,
      shouldRerenderOnTransaction: false,
      injectCSS: false,
      editorProps: {
        attributes: () => ({
          class: 'report-text',
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': sv.label(words.sectionName(current.current.number, current.current.heading)),
          'aria-describedby': KEYS_ID,
          spellcheck: 'true',
          lang: 'sv',
        }),
      },
      // The binding leaves the caret between blocks; commands need it in one.
      onCreate: ({ editor: { state, view } }) => {
        if (!state.selection.$from.parent.inlineContent)
          view.dispatch(state.tr.setSelection(Selection.atStart(state.doc)))
      },
      onFocus: ({ editor: focused }) => surface.active.set({ sectionId: section.id, editor: focused }),
      onUpdate: ({ transaction }) => {
        // Who writes the first word has begun the section.
        const { status, id, maySetStatus } = current.current
        if (status === 'empty' && maySetStatus && !isChangeOrigin(transaction))
          void surface.structure.change(id, { status: 'draft' })
      },
    },
    [extensions],
  )

  useRoomView(editor, room, section.id)

  const asked = useRef(focusAt)
  useEffect(() => {
    if (!editor || !asked.current) return
    focusClick(editor, asked.current)
    asked.current = null
  }, [editor])

  return editor ? <EditorContent editor={editor} /> : children
}
