import type { PdfBlock } from '../../pdf/pdf-block.ts'
import { textBlock } from '../../pdf/text/text-block.tsx'
import { bodyText, headingStyle, KEEP } from '../../pdf/theme.ts'

export const headingPdf: PdfBlock = (node, context) => {
  if (!node.content?.length) return null
  const level = node.attrs?.level === 5 ? 5 : 4
  const style = headingStyle[level]
  // Inside a table the text is smaller, and so is a heading.
  const scale = context.size.fontSize / bodyText.fontSize
  const fontSize = Number(style?.fontSize) * scale
  return textBlock(context.headingRole(level), context.inline(node.content, context), context, {
    style: { ...style, fontSize },
    minPresenceAhead: KEEP,
  })
}
