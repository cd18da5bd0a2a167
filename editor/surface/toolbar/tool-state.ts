import type { Editor } from '@tiptap/core'
import { yUndoPluginKey } from '@tiptap/y-tiptap'
import { useEffect, useState } from 'react'
import type { UndoManager } from 'yjs'
import { tools } from '../../blocks/views.tsx'
import { afterPaint } from '../after-paint.ts'

export interface ToolbarState {
  undo: boolean
  redo: boolean
  /** By the tool's place in {@link tools}. */
  on: boolean[]
  enabled: boolean[]
}

const NOTHING: ToolbarState = { undo: false, redo: false, on: [], enabled: [] }

const undoManager = (editor: Editor): UndoManager | undefined => yUndoPluginKey.getState(editor.state)?.undoManager

function read(editor: Editor | null): ToolbarState {
  if (!editor || editor.isDestroyed) return NOTHING
  if (!editor.isEditable)
    return { ...NOTHING, enabled: tools.map(tool => tool.whileReading === true && tool.isEnabled(editor)) }
  const manager = undoManager(editor)
  return {
    undo: (manager?.undoStack.length ?? 0) > 0,
    redo: (manager?.redoStack.length ?? 0) > 0,
    on: tools.map(tool => tool.isActive?.(editor) ?? false),
    enabled: tools.map(tool => tool.isEnabled(editor)),
  }
}

const isSame = (a: ToolbarState, b: ToolbarState): boolean =>
  a.undo === b.undo &&
  a.redo === b.redo &&
  a.enabled.length === b.enabled.length &&
  a.enabled.every((enabled, index) => enabled === b.enabled[index] && a.on[index] === b.on[index])

/**
 * What the toolbar shows for an editor; it renders again only when this has changed. TipTap's own hook shows the editor
 * before until the next transaction, and the click that made an editor the active one is no longer to come.
 */
export function useToolbarState(editor: Editor | null): ToolbarState {
  const [state, setState] = useState(NOTHING)
  useEffect(() => {
    const look = (): void => {
      const now = read(editor)
      setState(before => (isSame(before, now) ? before : now))
    }
    look()
    // Asks every tool what it could do: more work than the key itself.
    const soon = afterPaint(look)
    editor?.on('transaction', soon.ask)
    return () => {
      editor?.off('transaction', soon.ask)
      soon.cancel()
    }
  }, [editor])
  return state
}
