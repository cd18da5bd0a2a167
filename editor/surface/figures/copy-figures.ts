import { Extension } from '@tiptap/core'
import type { Slice } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { plainText } from '../../blocks/plain-text.ts'
import type { DocumentNode } from '../../core/document-node.ts'
import type { SurfaceTools } from '../block-view.ts'

function hasFigures(slice: Slice): boolean {
  let found = false
  slice.content.descendants(({ type }) => {
    found ||= type.isAtom && type.name !== 'hardBreak'
    return !found
  })
  return found
}

/** What is copied as plain text has its figures too: an e-mail with the sentence but without its number would mislead. */
export const CopyFigures = Extension.create<{ tools: SurfaceTools }>({
  name: 'copyFigures',
  // Before TipTap's own, which knows what a node is called and not what it shows.
  priority: 1000,
  addProseMirrorPlugins() {
    const { tools } = this.options
    return [
      new Plugin({
        props: {
          clipboardTextSerializer: slice =>
            hasFigures(slice)
              ? plainText(
                  { type: 'doc', content: slice.content.toJSON() as DocumentNode[] },
                  { data: tools.figures(), imageUrl: tools.api.imageUrl },
                )
              : '',
        },
      }),
    ]
  },
})
