import { type Editor, Extension } from '@tiptap/core'
import { isChangeOrigin } from '@tiptap/extension-collaboration'
import { Plugin } from '@tiptap/pm/state'
import { COMMENT_KEY } from '../comments/shortcut.ts'

export interface ReadOnlyOptions {
  comment: (editor: Editor) => void
  /** Where the focus goes when the text is left with Escape. */
  leave: () => void
}

/**
 * A caret and a selection, and nothing that changes the text but what comes from the others. An element that is not
 * editable has no caret, and words could be chosen by the pointer alone.
 */
export const ReadOnly = Extension.create<ReadOnlyOptions>({
  name: 'readOnly',
  priority: 1_000,
  addOptions: () => ({ comment: () => {}, leave: () => {} }),
  addKeyboardShortcuts() {
    const { options } = this
    return {
      [COMMENT_KEY]: ({ editor }) => {
        options.comment(editor)
        return true
      },
      Escape: () => {
        options.leave()
        return true
      },
    }
  },
  addProseMirrorPlugins() {
    const refuse = (_view: unknown, event: Event): boolean => {
      event.preventDefault()
      return true
    }
    return [
      new Plugin({
        filterTransaction: transaction => !transaction.docChanged || isChangeOrigin(transaction),
        props: {
          handleDOMEvents: { beforeinput: refuse, cut: refuse, paste: refuse, drop: refuse, dragstart: refuse },
        },
      }),
    ]
  },
})
