import { TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import {
  absolutePositionToRelativePosition,
  type ProsemirrorBinding,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from '@tiptap/y-tiptap'
import type * as Y from 'yjs'

export interface KeptPlace {
  /** Selects it again, or leaves the selection where the place is gone. */
  select(tr: Transaction): Transaction
}

/** The selection as it is now, to come back to whatever is written meanwhile, here and by others. */
export function keepPlace(view: EditorView): KeptPlace {
  const bindingOf = (): ProsemirrorBinding | undefined => ySyncPluginKey.getState(view.state)?.binding
  const binding = bindingOf()
  const { anchor, head } = view.state.selection
  const keep = (pos: number): Y.RelativePosition | null =>
    binding ? absolutePositionToRelativePosition(pos, binding.type, binding.mapping) : null
  const [from, to] = [keep(anchor), keep(head)]
  const find = (place: Y.RelativePosition | null): number | null => {
    const now = bindingOf()
    return now && place ? relativePositionToAbsolutePosition(now.doc, now.type, place, now.mapping) : null
  }
  return {
    select: tr => {
      const [start, end] = [find(from), find(to)]
      if (start === null || end === null || Math.max(start, end) > tr.doc.content.size) return tr
      return tr.setSelection(TextSelection.between(tr.doc.resolve(start), tr.doc.resolve(end)))
    },
  }
}
