import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { cutSection } from './cut-section.ts'
import type { LooseTexts } from './loose-texts.ts'

export interface KeepCutOptions {
  loose: LooseTexts
  sectionId: string
}

/** Sees what is cut out before it is gone from the text, and what may have come back. */
export const KeepCut = Extension.create<KeepCutOptions>({
  name: 'keepCut',
  onTransaction({ transaction }) {
    const change = transaction.getMeta(ySyncPluginKey) as { isUndoRedoOperation?: boolean } | undefined
    if (transaction.getMeta('paste') || change?.isUndoRedoOperation) this.options.loose.mayStand()
  },
  addProseMirrorPlugins() {
    const { loose, sectionId } = this.options
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            cut: ({ state, editable }) => {
              const section = editable && !state.selection.empty ? cutSection(sectionId, state.selection) : null
              if (section) loose.keepCut(section)
              return false
            },
          },
        },
      }),
    ]
  },
})
