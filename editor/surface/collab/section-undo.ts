import { defaultDeleteFilter, defaultProtectedNodes, ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'

/**
 * What one author can take back in one section. It belongs to the room and not to the editor, which is released while
 * its section is far away: the history is there when the section comes near again.
 */
export class SectionUndo extends Y.UndoManager {
  constructor(fragment: Y.XmlFragment) {
    super(fragment, {
      trackedOrigins: new Set([ySyncPluginKey]),
      deleteFilter: (item: Y.Item) => defaultDeleteFilter(item, defaultProtectedNodes),
      captureTransaction: transaction => transaction.meta.get('addToHistory') !== false,
    })
  }

  /** Called by the editor that goes: only what it listened to ends. */
  override destroy(): void {
    this._observers = new Map()
  }

  /** TipTap would put the listeners of the editor before back when the next one starts. */
  get restore(): undefined {
    return undefined
  }

  set restore(_listeners: unknown) {}

  end(): void {
    super.destroy()
  }
}
