import type { Editor } from '@tiptap/core'
import { useEffect } from 'react'
import type { Room } from '../collab/room.ts'
import { useSurface } from '../surface-context.ts'

/** A section's editor is among the room's as long as it is there, and no longer the active one when it goes. */
export function useRoomView(editor: Editor | null, room: Room, sectionId: string): void {
  const { active } = useSurface()
  useEffect(() => {
    if (!editor) return
    const forget = room.views.add(sectionId, editor.view)
    return () => {
      forget()
      if (active.getSnapshot()?.editor === editor) active.set(null)
    }
  }, [editor, room, sectionId, active])
}
