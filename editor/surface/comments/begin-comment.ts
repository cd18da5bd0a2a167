import type { Editor } from '@tiptap/core'
import type { Surface } from '../surface-context.ts'
import { chosenWords } from './chosen-words.ts'
import { sv } from './sv.ts'

type Host = Pick<Surface, 'active' | 'comments' | 'connection' | 'structure'> & { say: (text: string) => void }

/**
 * Opens the form for a comment on the selected words. With the caret alone, the thread that it is in, or the panel.
 * @param editor the one that the focus is, or was, in; null where none has been
 */
export function beginComment({ active, comments, connection, structure, say }: Host, editor: Editor | null): void {
  const { room } = connection.getSnapshot()
  const sectionId = active.getSnapshot()?.editor === editor ? active.getSnapshot()?.sectionId : undefined
  if (!editor || editor.isDestroyed || !room || sectionId === undefined) {
    comments.show({ open: true })
    say(sv.noWords)
    return
  }
  room.views.flush()
  const begun = chosenWords(editor.view, room.doc.getXmlFragment(sectionId), sectionId)
  if (!begun) {
    const { active: here } = comments.getSnapshot()
    if (here) comments.showThread(here)
    else comments.show({ open: true })
    if (!here) say(sv.noWords)
    return
  }
  const section = structure.getSnapshot().structure.sections.find(({ id }) => id === sectionId)
  if (!section?.mayComment) say(sv.notHere)
  else comments.show({ open: true, begun })
}
