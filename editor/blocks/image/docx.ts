import { ImageRun } from 'docx'
import type { DocxBlock } from '../../docx/docx-block.ts'
import { textParagraph } from '../../docx/text-paragraph.ts'
import { sv } from '../../pdf/sv.ts'

/** Twentieths of a point per pixel at 96 to the inch. */
const TWIPS_PER_PIXEL = 15
const MAX_HEIGHT = 780

export const imageDocx: DocxBlock = {
  kind: 'block',
  render: (node, context) => {
    const image = context.image(String(node.attrs?.imageId ?? ''))
    if (!image) return [textParagraph(context.inline([{ type: 'text', text: sv.missingImage }], context), context)]
    const scale = Math.min(1, context.width / TWIPS_PER_PIXEL / image.width, MAX_HEIGHT / image.height)
    const alt = String(node.attrs?.alt ?? '')
    const run = new ImageRun({
      type: image.mediaType === 'image/png' ? 'png' : 'jpg',
      data: Buffer.from(image.bytes),
      transformation: { width: Math.round(image.width * scale), height: Math.round(image.height * scale) },
      altText: { name: alt, title: alt, description: alt },
    })
    return [textParagraph([run], context)]
  },
}
