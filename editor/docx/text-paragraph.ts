import { AlignmentType, type IParagraphOptions, Paragraph, type ParagraphChild } from 'docx'
import type { DocxContext } from './docx-block.ts'
import { INDENT, referenceOf } from './styles.ts'

/** A paragraph of the place that the context says: style, alignment, list. */
export function textParagraph(
  children: ParagraphChild[],
  context: DocxContext,
  options: Omit<IParagraphOptions, 'children'> = {},
): Paragraph {
  const { list, indent } = context
  return new Paragraph({
    style: context.paragraphStyle,
    ...(context.align === 'left' ? {} : { alignment: AlignmentType[context.align === 'right' ? 'RIGHT' : 'CENTER'] }),
    ...(list
      ? { numbering: { reference: referenceOf(list), level: Math.min(list.level, 8), instance: list.instance } }
      : {}),
    ...(!list && indent > 0 ? { indent: { left: indent * INDENT } } : {}),
    ...options,
    children,
  })
}
