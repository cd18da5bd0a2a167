import { Node } from '@tiptap/core'
import type { BlockSchema } from '../../core/block.ts'
import { escapeHtml } from '../../core/escape-html.ts'

/** A picture of the report. The bytes are a row of their own; the text holds only its id. */
const Image = Node.create({
  name: 'image',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes() {
    return {
      imageId: {
        default: null,
        parseHTML: element => element.getAttribute('data-image-id'),
        renderHTML: ({ imageId }) => ({ 'data-image-id': imageId }),
      },
      // Mandatory: the form refuses an image without it and the checks stop the report from being locked.
      alt: { default: '', parseHTML: element => element.getAttribute('alt') ?? '' },
    }
  },
  parseHTML() {
    return [{ tag: 'img[data-image-id]' }]
  },
  renderHTML({ HTMLAttributes }) {
    return ['img', HTMLAttributes]
  },
})

export const image: BlockSchema = {
  node: Image,
  html: (node, context) => {
    const url = context.imageUrl(String(node.attrs?.imageId ?? ''))
    return `<figure><img src="${escapeHtml(url)}" alt="${escapeHtml(String(node.attrs?.alt ?? ''))}"></figure>`
  },
  text: node => `[Bild: ${String(node.attrs?.alt ?? '')}]`,
  figures: null,
}
