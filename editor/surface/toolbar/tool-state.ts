import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { yUndoPluginKey } from '@tiptap/y-tiptap'
import type { UndoManager } from 'yjs'
import { tools } from '../../blocks/views.tsx'

export interface ToolbarState {
  undo: boolean
  redo: boolean
  /** By the tool's place in {@link tools}. */
  on: boolean[]
  enabled: boolean[]
}

const NOTHING: ToolbarState = { undo: false, redo: false, on: [], enabled: [] }

const undoManager = (editor: Editor): UndoManager | undefined => yUndoPluginKey.getState(editor.state)?.undoManager

/** What the toolbar shows for an editor; it renders again only when this has changed. */
export function useToolbarState(editor: Editor | null): ToolbarState {
  return (
    useEditorState({
      editor,
      selector: ({ editor: shown }) => {
        if (!shown || shown.isDestroyed || !shown.isEditable) return NOTHING
        const manager = undoManager(shown)
        return {
          undo: (manager?.undoStack.length ?? 0) > 0,
          redo: (manager?.redoStack.length ?? 0) > 0,
          on: tools.map(tool => tool.isActive?.(shown) ?? false),
          enabled: tools.map(tool => tool.isEnabled(shown)),
        }
      },
    }) ?? NOTHING
  )
}
