import { Text } from '../../pdf/elements.ts'
import type { PdfMark } from '../../pdf/pdf-block.ts'
import { textStyle } from '../../pdf/theme.ts'

export const boldPdf: PdfMark = (children, _attrs, context) => (
  <Text style={{ ...textStyle(context.size), fontWeight: 700 }}>{children}</Text>
)
