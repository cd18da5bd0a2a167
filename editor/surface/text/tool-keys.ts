import { Extension } from '@tiptap/core'
import { tools } from '../../blocks/views.tsx'
import type { SurfaceTools } from '../block-view.ts'

export interface ToolKeysOptions {
  tools: SurfaceTools
  focusToolbar: () => void
  /** Where the focus goes when the text is left with Escape. */
  leave: () => void
}

/** The shortcuts that the toolbar's tooltips show, and the ways out of the text: Tab belongs to lists and tables. */
export const ToolKeys = Extension.create<ToolKeysOptions>({
  name: 'toolKeys',
  // After the blocks: Escape in a note leaves the note.
  priority: 50,
  addKeyboardShortcuts() {
    const { options } = this
    const keys = tools.flatMap(tool =>
      tool.shortcut
        ? [
            [
              tool.shortcut,
              () => {
                if (tool.isEnabled(this.editor)) tool.run(this.editor, options.tools)
                return true
              },
            ] as const,
          ]
        : [],
    )
    return {
      ...Object.fromEntries(keys),
      'Alt-F10': () => {
        options.focusToolbar()
        return true
      },
      Escape: () => {
        options.leave()
        return true
      },
    }
  },
})
