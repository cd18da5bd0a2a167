import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

const isEmptySection = (doc: Node): boolean =>
  doc.childCount === 1 && doc.firstChild?.type.name === 'paragraph' && doc.firstChild.content.size === 0

/** Says in an empty section what belongs there, in the words and the form that the page had before the editor. */
export const EmptyPlaceholder = Extension.create<{ text: () => string }>({
  name: 'emptyPlaceholder',
  addProseMirrorPlugins() {
    const { text } = this.options
    return [
      new Plugin({
        props: {
          decorations: ({ doc }) =>
            isEmptySection(doc)
              ? DecorationSet.create(doc, [
                  Decoration.node(0, doc.content.size, { class: 'is-editor-empty', 'data-placeholder': text() }),
                ])
              : null,
        },
      }),
    ]
  },
})
