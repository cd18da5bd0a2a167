import { Text } from '../../pdf/elements.ts'
import type { PdfMark } from '../../pdf/pdf-block.ts'
import { textStyle } from '../../pdf/theme.ts'

export const italicPdf: PdfMark = (children, _attrs, context) => (
  <Text style={{ ...textStyle(context.size), fontStyle: 'italic' }}>{children}</Text>
)
