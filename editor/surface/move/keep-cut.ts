import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { CutText } from './cut-text.ts'

export interface KeepCutOptions {
  cutText: CutText
  sectionId: string
}

/** Sees what is cut out before it is gone from the text. */
export const KeepCut = Extension.create<KeepCutOptions>({
  name: 'keepCut',
  addProseMirrorPlugins() {
    const { cutText, sectionId } = this.options
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            cut: ({ state, editable }) => {
              if (editable && !state.selection.empty) cutText.keep(sectionId, state.selection)
              return false
            },
          },
        },
      }),
    ]
  },
})
